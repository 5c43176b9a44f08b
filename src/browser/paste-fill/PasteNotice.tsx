import { useRef } from 'react';
import { paths } from '../../contract/paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { inList, t } from '../../words/t.ts';
import { keepForReading } from '../bulk/batch-store.ts';
import type { DraftOwner } from '../deal-form/draft-store.ts';
import type { Unread } from '../deal-form/judge-filled.ts';
import type { Pasted } from './pasted.ts';

export interface PasteNoticeProps {
  pasted: Pasted;
  /** Titles of what is still as it was filled in, and can be sent so. */
  filled: readonly string[];
  /** What is still as it was filled in, and cannot. */
  unread: readonly (Unread & { title: string })[];
  onPutBack: () => void;
  owner: DraftOwner;
  /** The rows that are other deals stand on their page now. */
  onMoreTaken: () => void;
}

/** So many rows are shown. */
const mostRows = 12;

const quoted = (text: string) => t('quoted', { text: text.slice(0, 120) });

/** What a paste filled in, and what of it was left: nothing of it is dropped without a word. */
export function PasteNotice({
  pasted: { kept, rest, more, source },
  filled,
  unread,
  onPutBack,
  owner,
  onMoreTaken,
}: PasteNoticeProps) {
  const isWhole = [kept, rest, more, unread].every(({ length }) => length === 0);
  const isLeft = !isWhole && filled.length + unread.length === 0;
  const isTaken = useRef(false);
  const takeMore = async (text: string) => {
    if (isTaken.current) return;
    isTaken.current = true;
    // Where this browser keeps nothing, the page says so.
    await keepForReading(owner, text, 1).then(onMoreTaken, () => undefined);
    location.assign(paths.bulk);
  };
  const shown = [...new Set(more)].slice(0, mostRows);
  return (
    <Notice tone={isWhole ? 'calm' : 'warn'} title={isLeft ? t('pasted.left') : t('pasted.title')} quiet>
      <div role="status" className="wrap-anywhere">
        {filled.length > 0 && <p dir="auto">{t('pasted.filled', { titles: inList(filled) })}</p>}
        {unread.map(({ title, text, why }) => (
          <p key={title} dir="auto">
            {t(`prefill.${why}`, { title, text: text.slice(0, 120) })}
          </p>
        ))}
        {kept.map(({ title, text }) => (
          <p key={`${title} ${text}`} dir="auto">
            {t('pasted.kept', { title, text: text.slice(0, 120) })}
          </p>
        ))}
        {rest.length > 0 && <p dir="auto">{t('pasted.rest', { texts: inList(rest.slice(0, 12).map(quoted)) })}</p>}
        {more.length > 0 && (
          <>
            <p dir="auto">{t('pasted.more', { count: more.length })}</p>
            <ul>
              {shown.map((row) => (
                <li key={row} dir="auto">
                  {quoted(row)}
                </li>
              ))}
            </ul>
            {more.length > shown.length && <p dir="auto">{t('pasted.moreStill', { count: more.length - shown.length })}</p>}
          </>
        )}
      </div>
      <div className="-mx-2 mt-1 flex flex-wrap gap-x-3 empty:hidden">
        {source !== undefined && more.length > 0 && (
          <Button weight="quiet" onClick={() => void takeMore(source)}>
            {t('bulk.fromPaste', { count: more.length })}
          </Button>
        )}
        {filled.length + unread.length > 0 && (
          <Button weight="quiet" onClick={onPutBack}>
            {t('pasted.putBackAll')}
          </Button>
        )}
      </div>
    </Notice>
  );
}

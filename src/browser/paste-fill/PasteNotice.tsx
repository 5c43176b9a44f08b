import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { inList, t } from '../../words/t.ts';
import type { Pasted } from './use-pasted.tsx';

interface PasteNoticeProps {
  pasted: Pasted;
  /** Titles of what is still as it was filled in. */
  filled: readonly string[];
  onPutBack: () => void;
}

const listed = (texts: readonly string[]) => inList(texts.map((text) => t('quoted', { text: text.slice(0, 120) })));

/** What a paste filled in, and what of it was left: nothing of it is dropped without a word. */
export function PasteNotice({ pasted: { kept, rest, more }, filled, onPutBack }: PasteNoticeProps) {
  const isWhole = kept.length === 0 && rest.length === 0 && more.length === 0;
  return (
    <Notice tone={isWhole ? 'calm' : 'warn'} title={t('pasted.title')} quiet>
      <div role="status" className="wrap-anywhere">
        {filled.length > 0 && <p dir="auto">{t('pasted.filled', { titles: inList(filled) })}</p>}
        {kept.map(({ title, text }) => (
          <p key={title} dir="auto">
            {t('pasted.kept', { title, text: text.slice(0, 120) })}
          </p>
        ))}
        {rest.length > 0 && <p dir="auto">{t('pasted.rest', { texts: listed(rest.slice(0, 12)) })}</p>}
        {more.length > 0 && <p dir="auto">{t('pasted.more', { count: more.length })}</p>}
      </div>
      {filled.length > 0 && (
        <div className="-mx-2 mt-1">
          <Button weight="quiet" onClick={onPutBack}>
            {t('pasted.putBackAll')}
          </Button>
        </div>
      )}
    </Notice>
  );
}

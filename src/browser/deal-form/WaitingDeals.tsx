import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import { ageWords } from '../age-words.ts';
import { barButton } from './bar-button.ts';
import { nameOf } from './DraftsBar.tsx';
import { countUnsentOfOthers, type Draft, type DraftOwner, saveDraft } from './draft-store.ts';
import { keepBack } from './send-left-behind.ts';
import { useStoredDrafts } from './use-stored-drafts.tsx';

export interface WaitingDealsProps {
  owner: DraftOwner;
  /** The id of the deal in the form, which tells of itself. */
  ownId: string;
  locale: string;
}

/** The deals that were sent and that the server does not have yet: how many, and which may still be changed. */
export function WaitingDeals({ owner, ownId, locale }: WaitingDealsProps) {
  const waiting = useStoredDrafts(owner, ownId).filter(({ sent }) => sent !== null);
  const [ofOthers, setOfOthers] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const [news, setNews] = useState('');
  const count = waiting.length;
  const { workspace, member } = owner;
  useEffect(() => {
    // Theirs do not go out while this page stands.
    void countUnsentOfOthers({ workspace, member }).then(setOfOthers);
  }, [workspace, member]);
  useEffect(() => {
    if (count === 0) dialog.current?.close();
  }, [count]);

  const takeBack = async (draft: Draft) => {
    if (!keepBack(draft.id)) return setNews(t('waiting.gone', { name: nameOf(draft) }));
    const { is_left: _, is_untried: __, ...kept } = draft;
    await saveDraft(owner, { ...kept, sent: null });
    setNews(t('waiting.takenBack', { name: nameOf(draft) }));
  };
  return (
    <>
      {count > 0 && (
        <button type="button" className={barButton} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
          {t('waiting.count', { count })}
        </button>
      )}
      <dialog ref={dialog} aria-label={t('waiting.title')} className="dialog w-[min(30rem,calc(100vw-2rem))]">
        <h2 className="font-[620]">{t('waiting.title')}</h2>
        <p className="text-small text-muted">{t('waiting.text')}</p>
        <ul className="mt-3 border-t border-line">
          {waiting.map((draft) => (
            <li key={draft.id} className="flex flex-wrap items-center gap-x-3 border-b border-line py-2.5">
              <div className="min-w-40 flex-1">
                <p className="line-clamp-2 font-[550] wrap-anywhere" dir="auto">
                  {nameOf(draft)}
                </p>
                <p className="text-small text-muted">{ageWords(draft.saved_at, locale)}</p>
              </div>
              {draft.is_untried && (
                <Button
                  weight="secondary"
                  aria-label={t('waiting.takeBackOf', { name: nameOf(draft) })}
                  onClick={() => void takeBack(draft)}
                >
                  {t('waiting.takeBack')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {ofOthers > 0 && <p className="mt-3 text-small text-muted">{t('waiting.ofOthers', { count: ofOthers })}</p>}
        <div className="mt-4">
          <Button weight="secondary" onClick={() => dialog.current?.close()}>
            {t('drafts.close')}
          </Button>
        </div>
      </dialog>
      <p role="status" className="sr-only">
        {news}
      </p>
    </>
  );
}

import { Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import { type AcceptedDraft, AcceptedList } from './AcceptedList.tsx';
import { barButton } from './bar-button.ts';
import { nameOf } from './DraftsBar.tsx';
import { countUnsentOfOthers, type Draft, type DraftOwner, isUnheard } from './draft-store.ts';
import { useStoredDrafts } from './use-stored-drafts.tsx';
import { WaitingList } from './WaitingList.tsx';

export interface WaitingDealsProps {
  owner: DraftOwner;
  /** The id of the deal in the form, which tells of itself. */
  ownId: string;
  locale: string;
}

/** The deals that were sent, are not in the form any more, and not settled: how many, and what may still be done about each. */
export function WaitingDeals({ owner, ownId, locale }: WaitingDealsProps) {
  const drafts = useStoredDrafts(owner, ownId);
  const unheard = drafts.filter(isUnheard);
  const accepted = drafts.filter((draft): draft is AcceptedDraft => draft.accepted !== undefined);
  const [ofOthers, setOfOthers] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const [news, setNews] = useState('');
  const count = unheard.length + accepted.length;
  const { workspace, member } = owner;
  useEffect(() => {
    // Theirs do not go out while this page stands.
    void countUnsentOfOthers({ workspace, member }).then(setOfOthers);
  }, [workspace, member]);
  useEffect(() => {
    if (count === 0) dialog.current?.close();
  }, [count]);

  const onBack = (draft: Draft) => setNews(t('waiting.takenBack', { name: nameOf(draft) }));
  return (
    <>
      {count > 0 && (
        <button type="button" className={barButton} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
          {t('waiting.count', { count })}
        </button>
      )}
      <dialog ref={dialog} aria-label={t('waiting.title')} className="dialog w-[min(30rem,calc(100vw-2rem))]">
        <h2 className="font-[620]">{t('waiting.title')}</h2>
        {accepted.length > 0 && (
          <Suspense>
            <AcceptedList {...{ owner, accepted, locale, onBack }} />
          </Suspense>
        )}
        {unheard.length > 0 && (
          <div className="mt-4 first-of-type:mt-0">
            <p className="text-small text-muted">{t('waiting.text')}</p>
            <WaitingList {...{ owner, locale, onBack }} waiting={unheard} />
          </div>
        )}
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

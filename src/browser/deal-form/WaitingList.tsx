import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { FocusKeeper } from '../../ui/FocusKeeper.tsx';
import { t } from '../../words/t.ts';
import { ageWords } from '../age-words.ts';
import { nameOf } from './DraftsBar.tsx';
import type { Draft, DraftOwner } from './draft-store.ts';
import { keepBack } from './send-left-behind.ts';

interface WaitingListProps {
  owner: DraftOwner;
  waiting: readonly Draft[];
  locale: string;
  /** Gets one that is a draft again. */
  onBack: (draft: Draft) => void;
}

/** Deals that wait in this browser alone; one of which no request has left may still be changed. */
export function WaitingList({ owner, waiting, locale, onBack }: WaitingListProps) {
  const [gone, setGone] = useState('');
  const takeBack = async (draft: Draft) => {
    if (await keepBack(owner, draft)) onBack(draft);
    else setGone(t('waiting.gone', { name: nameOf(draft) }));
  };
  return (
    <FocusKeeper className="rounded-control">
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
      <p role="status" className="sr-only">
        {gone}
      </p>
    </FocusKeeper>
  );
}

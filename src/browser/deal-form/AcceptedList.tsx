import { paths } from '../../contract/paths.ts';
import type { Submission } from '../../contract/submission.ts';
import { FocusKeeper } from '../../ui/FocusKeeper.tsx';
import { OpenNotice } from '../later.tsx';
import { backToDraft } from './back-to-draft.ts';
import { nameOf } from './DraftsBar.tsx';
import type { Draft, DraftOwner } from './draft-store.ts';
import { lookNow } from './send-left-behind.ts';

export type AcceptedDraft = Draft & { accepted: Submission };

interface AcceptedListProps {
  owner: DraftOwner;
  accepted: readonly AcceptedDraft[];
  locale: string;
  /** Gets one that is a draft again. */
  onBack: (draft: Draft) => void;
}

/** Deals that the server has and that are not settled: how each stands, and what may be decided about it. */
export const AcceptedList = ({ owner, accepted, locale, onBack }: AcceptedListProps) => (
  <FocusKeeper className="rounded-control">
    <ul className="mt-3 grid gap-4">
      {accepted.map((draft) => (
        <li key={draft.id} className="grid gap-1.5">
          <p className="line-clamp-2 font-[550] wrap-anywhere" dir="auto">
            {nameOf(draft)}
          </p>
          <OpenNotice
            submission={draft.accepted}
            locale={locale}
            returnTo={paths.newDeal}
            onDecided={({ state, may_exist }) => {
              if (state !== 'dismissed' || may_exist) return lookNow(draft.id);
              void backToDraft(owner, draft.id).then((back) => back === 'draft' && onBack(draft));
            }}
            onLookAgain={() => lookNow(draft.id)}
          />
        </li>
      ))}
    </ul>
  </FocusKeeper>
);

import { ApiProblem } from '../api/api-problem.ts';
import { earlyPause } from '../submissions/early-pause.ts';
import { sendUntilAccepted } from '../submissions/send-until-settled.ts';
import { type Draft, type DraftOwner, deleteDraft, saveDraft } from './draft-store.ts';
import { isJudged } from './is-judged.ts';

/**
 * Sends a deal that the rep has gone on from, or that an earlier page left, until the server has it: from then on it stands
 * under *My deals*. One that is refused is a draft again, under a new id; what cannot go out now is kept for the next page.
 */
export async function sendLeftBehind(owner: DraftOwner, { is_left: _, ...draft }: Draft): Promise<void> {
  if (!draft.sent) return;
  try {
    await sendUntilAccepted(draft.id, draft.sent, {
      author: owner.member,
      onStanding: () => {},
      pause: earlyPause,
      signal: new AbortController().signal,
    });
  } catch (error) {
    if (!(error instanceof ApiProblem && isJudged(error.problem))) return;
    await saveDraft(owner, { ...draft, id: crypto.randomUUID(), sent: null });
  }
  await deleteDraft(owner, draft.id);
}

import { ApiProblem } from '../api/api-problem.ts';
import { untilOnline } from '../offline/until-online.ts';
import { earlyPause } from '../submissions/early-pause.ts';
import { sendUntilAccepted } from '../submissions/send-until-settled.ts';
import { type Draft, type DraftOwner, deleteDraft, saveDraft, triedDraft } from './draft-store.ts';
import { isJudged } from './is-judged.ts';

/** By id, what keeps deals back that wait for a connection, none of which has left. */
const waiting = new Map<string, AbortController>();

/** Those that go out, one after the other: a rep who comes back online has more to do than this. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Sends a deal that the rep has gone on from, or that an earlier page left, until the server has it: from then on it stands
 * under *My deals*. One that is refused is a draft again, under a new id and with the reason; what cannot go out now is kept for the
 * next page.
 */
export async function sendLeftBehind(owner: DraftOwner, left: Draft): Promise<void> {
  if (left.is_untried) {
    const wait = new AbortController();
    waiting.set(left.id, wait);
    try {
      await untilOnline(wait.signal);
    } catch {
      // Its rep wants it back.
      return;
    } finally {
      waiting.delete(left.id);
    }
    await saveDraft(owner, triedDraft(left));
  }
  const turn = queue.then(() => send(owner, left));
  queue = turn.catch(() => undefined);
  return turn;
}

async function send(owner: DraftOwner, { is_left: _, is_untried: __, ...draft }: Draft): Promise<void> {
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
    await saveDraft(owner, { ...draft, id: crypto.randomUUID(), sent: null, refused: error.problem });
  }
  await deleteDraft(owner, draft.id);
}

/** Keeps a deal back that waits for a connection; false when a request of it has left, or another tab is at it. */
export function keepBack(id: string): boolean {
  const wait = waiting.get(id);
  wait?.abort();
  return wait !== undefined;
}

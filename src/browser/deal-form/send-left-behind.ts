import type { Submission } from '../../contract/submission.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { untilOnline } from '../offline/until-online.ts';
import { earlyPause } from '../submissions/early-pause.ts';
import { sendUntilAccepted, sendUntilSettled } from '../submissions/send-until-settled.ts';
import { unsentAgain } from './back-to-draft.ts';
import { type Draft, type DraftOwner, deleteDraft, readDraft, replaceSent, saveDraft, triedDraft } from './draft-store.ts';
import { isJudged } from './is-judged.ts';

/** By id, what keeps deals back that wait for a connection, none of which has left. */
const waiting = new Map<string, AbortController>();

/** Those that go out, one after the other: a rep who comes back online has more to do than this. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Sends a deal until the server has it: from then on it stands under *My deals*. One that its rep has gone on from is followed until
 * nothing more comes of it; one that its form will ask for again is not. What was refused, or taken back before anything was sent, is a
 * draft again, under a new id and with the reason; what cannot go out now is kept for the next page.
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
  const turn = queue.then(() => accepted(owner, left));
  queue = turn.catch(() => undefined);
  try {
    await turn;
    if (left.is_left) await follow(owner, left.id);
  } catch (error) {
    if (!(error instanceof ApiProblem && isJudged(error.problem))) return;
    await replaceSent(owner, left.id, (sent) => unsentAgain(sent, error.problem));
  } finally {
    wakes.delete(left.id);
  }
}

/** By id, what ends the wait before the next look at a deal. */
const wakes = new Map<string, () => void>();

/** Asks at once how a deal stands that this page follows. */
export const lookNow = (id: string): void => wakes.get(id)?.();

/** How many deals are followed. */
let followed = 0;

/** However many are followed, the server is asked no more often than once in so many ms. */
const leastBetweenLooks = 50;

const optionsOf = (owner: DraftOwner, id: string) => ({
  author: owner.member,
  onStanding: () => {},
  pause: (ms: number) => earlyPause(Math.max(ms, followed * leastBetweenLooks), (end) => wakes.set(id, end)),
  signal: new AbortController().signal,
});

/** Repeats the PUT until the server has the deal, and notes that. */
async function accepted(owner: DraftOwner, { id, sent, accepted: known }: Draft): Promise<void> {
  if (known || !sent) return;
  const now = await sendUntilAccepted(id, sent, optionsOf(owner, id));
  await note(owner, id, now);
}

const note = (owner: DraftOwner, id: string, now: Submission) => replaceSent(owner, id, (sent) => ({ ...sent, accepted: now }));

/** Follows a deal that the server has, and notes how it stands, until nothing more comes of it. */
async function follow(owner: DraftOwner, id: string): Promise<void> {
  // What has not gone out yet goes first.
  await queue;
  const draft = await readDraft(owner, id);
  if (!draft?.sent) return;
  followed += 1;
  const { state, may_exist } = await sendUntilSettled(id, draft.sent, draft.accepted ?? null, {
    ...optionsOf(owner, id),
    onStanding: (now) => void (typeof now === 'object' && note(owner, id, now).catch(() => null)),
  }).finally(() => {
    followed -= 1;
  });
  if (state === 'dismissed' && !may_exist) await replaceSent(owner, id, unsentAgain);
  else await deleteDraft(owner, id);
}

/** Makes a deal that waits for a connection a draft again; false when a request of it has left, or another tab is at it. */
export async function keepBack(owner: DraftOwner, draft: Draft): Promise<boolean> {
  const wait = waiting.get(draft.id);
  if (!wait) return false;
  wait.abort();
  const { is_left: _, is_untried: __, ...kept } = draft;
  await saveDraft(owner, { ...kept, sent: null, saved_at: new Date().toISOString() });
  return true;
}

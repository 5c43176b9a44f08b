import * as z from 'zod/mini';
import { paths, submissionPath } from '../../contract/paths.ts';
import { type SubmissionState, submissionListSchema } from '../../contract/submission.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { callApi } from '../api/client.ts';
import { forgetBatch } from '../bulk/batch-store.ts';
import { type Draft, type DraftOwner, forgetDrafts, isUnheard, listDrafts } from '../deal-form/draft-store.ts';
import { forgetRecords } from '../offline/known-records.ts';
import { keepPins } from '../pins/pin-store.ts';

/** What a sign-out touches of what somebody has entered. */
export interface KeptHere {
  /** Drafts, which this browser alone has: a sign-out loses them. */
  drafts: number;
  /** Deals that were sent and that no server has: they are lost too. */
  unsent: number;
  /** Deals that the server has, and that are not on their way to Attio yet: they need their rep's sign-in. */
  waiting: number;
}

/** How many there are of each, as far as the server can be asked. */
export async function keptHere(owner: DraftOwner): Promise<KeptHere> {
  const all = await listDrafts(owner);
  const sent = all.filter(({ sent: request }) => request !== null);
  const [areUnheard, waiting] = await Promise.all([Promise.all(sent.map(isUnheardOf)), countWaiting()]);
  return { drafts: all.length - sent.length, unsent: areUnheard.filter(Boolean).length, waiting };
}

/** Whether no server has a sent deal, for all that is known: what is doubtful counts as what could be lost. */
async function isUnheardOf(draft: Draft): Promise<boolean> {
  if (!isUnheard(draft) || draft.is_untried) return isUnheard(draft);
  try {
    await callApi(submissionPath(draft.id), { answer: z.unknown() });
    return false;
  } catch (error) {
    return !(error instanceof ApiProblem && error.problem.status === 410);
  }
}

const waitingStates: ReadonlySet<SubmissionState> = new Set(['received', 'deferred', 'blocked_auth']);

async function countWaiting(): Promise<number> {
  try {
    const { open_states: states } = await callApi(`${paths.submissions}?state=open`, { answer: submissionListSchema });
    return states.filter((state) => waitingStates.has(state)).length;
  } catch {
    // Without the server nobody signs out either.
    return 0;
  }
}

/**
 * Takes all that this browser keeps of somebody away, once the server is there to end the session too. The kept pages go with the request
 * that ends it.
 * @throws NoAnswer without a connection: then nothing was taken away
 */
export async function forgetHere(owner: DraftOwner): Promise<void> {
  await callApi(paths.session, { answer: z.unknown() }).catch((error: unknown) => {
    // A session that is over already is no reason to stay.
    if (!(error instanceof ApiProblem)) throw error;
  });
  keepPins(owner, []);
  await Promise.all([forgetDrafts(owner), forgetBatch(owner), forgetRecords(owner.member)]);
}

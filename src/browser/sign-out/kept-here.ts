import * as z from 'zod/mini';
import { paths } from '../../contract/paths.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { callApi } from '../api/client.ts';
import { type DraftOwner, forgetDrafts, listDrafts } from '../deal-form/draft-store.ts';
import { forgetRecords } from '../offline/known-records.ts';
import { keepPins } from '../pins/pin-store.ts';

/** What this browser keeps of somebody, and would be lost with a sign-out. */
export interface KeptHere {
  drafts: number;
  /** Deals that were sent and have not gone out. */
  unsent: number;
}

export async function keptHere(owner: DraftOwner): Promise<KeptHere> {
  const drafts = await listDrafts(owner);
  const unsent = drafts.filter(({ sent }) => sent !== null).length;
  return { drafts: drafts.length - unsent, unsent };
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
  await Promise.all([forgetDrafts(owner), forgetRecords(owner.member)]);
}

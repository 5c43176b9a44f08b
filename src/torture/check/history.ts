import type { SubmissionState } from '../../contract/submission.ts';

/** One call of a client and what it heard; nulls where it heard nothing. */
export interface Observation {
  call: 'PUT' | 'GET';
  /** Epoch ms. */
  startedAt: number;
  ms: number;
  status: number | null;
  state: SubmissionState | null;
  /** Of a problem. */
  code: string | null;
  recordId: string | null;
  /** Of further deals that the server itself reports. */
  duplicates: number;
  retryAfterS: number | null;
  /** What the server says of its own ledger's share. */
  ledgerMs: number | null;
}

/** One submission and all that was heard of it, in order. */
export interface SubmissionHistory {
  id: string;
  /** Of its deal; only twins, whose deals are alike in everything, share one. */
  name: string;
  observations: Observation[];
}

/** In Jepsen's words: it took place, it certainly did not, or nobody can tell yet. */
export type Outcome = 'ok' | 'fail' | 'info';

/** Whether the server said that it had it. */
export const isAcknowledgement = ({ status, state }: Observation): boolean =>
  state !== null && (status === 200 || status === 202);

const isAnswered = ({ status }: Observation): boolean => status !== null && status < 500 && status !== 408 && status !== 429;

/** What was heard last: a state, `refused`, `unknown here` (404), or nothing that says anything. */
export function lastHeard({ observations }: SubmissionHistory): SubmissionState | 'unknown here' | null {
  const last = observations.findLast(isAnswered);
  if (!last) return null;
  if (last.code === 'refused_by_attio') return 'refused';
  return last.state ?? (last.status === 404 ? 'unknown here' : null);
}

/** What the client may tell its user in the end. */
export function outcomeOf(submission: SubmissionHistory): Outcome {
  const heard = lastHeard(submission);
  if (heard === 'created') return 'ok';
  return heard === 'refused' || heard === 'dismissed' || heard === 'unknown here' ? 'fail' : 'info';
}

/** Whether the server itself ever said that it did not know what came of it. */
export const wasOpen = ({ observations }: SubmissionHistory): boolean =>
  observations.some(({ state }) => state === 'unknown' || state === 'needs_checking');

/** The record it was bound to, as told last. */
export const boundRecord = ({ observations }: SubmissionHistory): string | null =>
  observations.findLast(({ state }) => state === 'created')?.recordId ?? null;

import type { DealRecord } from '../../contract/submission.ts';
import type { AttioAnswer } from './attio-answer.ts';
import { readCreatedRecord } from './created-record.ts';
import { type Refusal, readRefusal } from './refusal.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** What the answer to a create proves about the deal. */
export type CreateOutcome =
  /** Applied. */
  | { kind: 'created'; record: DealRecord; executionId: string | null }
  /** Not applied, and the same values never will be. */
  | { kind: 'refused'; refusal: Refusal }
  /** Not applied; the same request may be sent again. */
  | { kind: 'not_applied'; why: 'attio_unreachable' | 'attio_busy'; retryAfterS: number }
  /** Not applied: the token (401) or its rights (403) were not enough. The body may be anything. */
  | { kind: 'unauthorized' | 'forbidden'; refusal: Refusal | null }
  /** Nothing is proved: the deal may exist, now or in a while. */
  | { kind: 'unknown'; reason: string; executionId: string | null };

/** What has to be known to judge an answer to a create. */
export interface ClassifyContext {
  workspaceId: string;
  appUrl: string;
  now: number;
}

/** Seconds after which a connection that could not be made is worth another try. */
const retryConnectionS = 2;

/**
 * Judges the answer to a create. Only a connection never made and a 429 prove that nothing was applied without Attio's
 * own error body (docs.attio.com, rate limiting: a limited request is not processed); every 5xx, 408, 3xx, every 409
 * ("try again" after a write that raced) and every success that does not name its record leave the matter open.
 */
export function classifyAnswer(answer: AttioAnswer, { workspaceId, appUrl, now }: ClassifyContext): CreateOutcome {
  if (answer.kind === 'not_sent') return { kind: 'not_applied', why: 'attio_unreachable', retryAfterS: retryConnectionS };
  if (answer.kind === 'lost') return { kind: 'unknown', reason: answer.reason, executionId: null };
  const { status, headers } = answer;
  const { executionId } = headers;
  const unknown = (reason: string): CreateOutcome => ({ kind: 'unknown', reason, executionId });
  if (status === 429) {
    return { kind: 'not_applied', why: 'attio_busy', retryAfterS: retryAfterSeconds(headers.retryAfter, headers.date, now) };
  }
  if (status >= 200 && status < 300) {
    const record = readCreatedRecord(answer.json, workspaceId, appUrl);
    return record ? { kind: 'created', record, executionId } : unknown(`${status} without a record`);
  }
  const refusal = readRefusal(answer);
  if (status === 401) return { kind: 'unauthorized', refusal };
  if (status === 403) return { kind: 'forbidden', refusal };
  if (status >= 400 && status < 500 && status !== 408 && status !== 409 && refusal) return { kind: 'refused', refusal };
  return unknown(`status ${status}`);
}

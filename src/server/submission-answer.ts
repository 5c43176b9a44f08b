import * as z from 'zod/mini';
import { newRecordKey, newRecordsIn } from '../attributes/record-reference/new-record-key.ts';
import { problemSchema } from '../contract/problem.ts';
import {
  blockReasons,
  type Decision,
  type NewRecordOutcome,
  recordSchema,
  type Submission,
  type SubmissionState,
} from '../contract/submission.ts';
import { t } from '../words/t.ts';
import { keptCandidateSchema, sayCandidate } from './deal-candidates.ts';
import { keptErrorSchema, sayErrors } from './kept-errors.ts';
import type { Ledger } from './ledger/ledger.ts';
import { nameIn } from './ledger/submission-lists.ts';
import { keyOf, type SubmissionRow } from './ledger/submission-row.ts';
import { ProblemError } from './problem.ts';
import { keptLineSchema, sayReceipt } from './receipt.ts';

/** What is kept of a created deal, to be answered again: in one language always the same. */
export const createdAnswerSchema = z.object({ record: recordSchema, receipt: z.array(keptLineSchema) });
export type CreatedAnswer = z.infer<typeof createdAnswerSchema>;

/** What is kept of a refusal. */
export const refusedAnswerSchema = z.object({
  errors: z.array(keptErrorSchema),
  upstream: z.optional(problemSchema.shape.upstream),
});
export type RefusedAnswer = z.infer<typeof refusedAnswerSchema>;

const candidatesSchema = z.array(keptCandidateSchema);
const recordIdsSchema = z.array(z.string());

/** The state as a person has to know it: one that is repeated because its outcome is unknown is unknown. */
function stateOf({ state, unsure, given_up }: SubmissionRow): SubmissionState {
  return (unsure > 0 || given_up > 0) && (state === 'deferred' || state === 'sending') ? 'unknown' : state;
}

/** States in which Attio may have the deal, whatever became of earlier attempts. */
const mayExist: ReadonlySet<SubmissionState> = new Set(['sending', 'unknown', 'needs_checking', 'created']);

/** What may be decided about a submission now. */
export function decisionsOn(row: SubmissionRow): Decision['decision'][] {
  if (row.state === 'sending') return [];
  switch (stateOf(row)) {
    case 'needs_checking':
      return ['bind', 'send_again', 'leave'];
    case 'unknown':
      return ['bind', 'leave'];
    case 'blocked_auth':
      return ['send_again', 'leave'];
    case 'received':
    case 'deferred':
      return ['leave'];
    default:
      return [];
  }
}

/** @throws ProblemError when only the proof is left that the submission was settled */
export function requireRemembered({ reduced_at, record_id }: SubmissionRow): void {
  if (reduced_at === null) return;
  throw new ProblemError('submission_forgotten', {
    detail: record_id === null ? undefined : t('server.dealOfOld', { recordId: record_id }),
  });
}

export interface SubmissionOfOptions {
  ledger: Ledger;
  /** Where Attio itself can be opened. */
  appUrl: string;
  /** BCP 47, of whoever reads it. */
  locale: string;
}

/** A submission's row as the browser sees it, in the language of whoever asks. */
export async function submissionOf(row: SubmissionRow, { ledger, appUrl, locale }: SubmissionOfOptions): Promise<Submission> {
  const state = stateOf(row);
  const created = state === 'created' ? createdAnswerSchema.parse(JSON.parse(row.answer ?? 'null')) : null;
  const refused = state === 'refused' ? refusedAnswerSchema.parse(JSON.parse(row.answer ?? 'null')) : null;
  const isOpen = state === 'unknown' || state === 'needs_checking';
  const isWaiting = state === 'received' || state === 'deferred';
  const webUrl = created?.record.web_url ?? null;
  return {
    id: row.id,
    state,
    name: nameIn(row.body),
    received_at: iso(row.received_at),
    settled_at: row.settled_at === null ? null : iso(row.settled_at),
    may_exist: row.unsure > 0 || row.given_up > 0 || mayExist.has(row.state),
    record: created?.record ?? null,
    web_url: webUrl,
    receipt: created && sayReceipt(created.receipt, locale),
    new_records: await newRecordOutcomes(row, ledger),
    errors: refused && sayErrors(refused.errors),
    waiting: isWaiting ? await waitingOf(row, ledger) : null,
    blocked: state === 'blocked_auth' ? blockOf(row) : null,
    candidates: isOpen
      ? candidatesSchema.parse(JSON.parse(row.candidates ?? '[]')).map((kept) => sayCandidate(kept, locale))
      : null,
    next_look_at: isOpen && row.next_look_at !== null ? iso(row.next_look_at) : null,
    decisions: decisionsOn(row),
    repeat_is_safe: row.protection === 'unique',
    duplicates: recordIdsSchema.parse(JSON.parse(row.duplicates ?? '[]')).map((id) => ({
      record_id: id,
      // Pages of records of one object differ in the id alone.
      web_url: webUrl?.replace(row.record_id ?? '', id) ?? null,
    })),
    look_url: isOpen ? new URL('/', appUrl).href : null,
  };
}

function blockOf({ reason, answer }: SubmissionRow): NonNullable<Submission['blocked']> {
  const said = answer === null ? null : refusedAnswerSchema.parse(JSON.parse(answer));
  // Rows of earlier releases name no reason; signing in is what they waited for.
  return { why: blockReasons.find((why) => why === reason) ?? 'sign_in', upstream: said?.upstream };
}

/** What became of the companies and people that were entered as new. */
export async function newRecordOutcomes(row: SubmissionRow, ledger: Ledger): Promise<NewRecordOutcome[]> {
  const wanted = newRecordsIn(JSON.parse(row.body) as Record<string, unknown>);
  if (wanted.length === 0) return [];
  const steps = await ledger.newRecordsOf(keyOf(row));
  return wanted.map(({ field, record }) => {
    const step = steps.find(({ record_key }) => record_key === newRecordKey(record));
    const how = step === undefined || step.state === 'sending' ? 'open' : step.state;
    return { field, object: record.object, name: record.name, how, record_id: step?.record_id ?? null };
  });
}

async function waitingOf(row: SubmissionRow, ledger: Ledger): Promise<Submission['waiting']> {
  const { ahead, notBefore, reason } = await ledger.waitingFor(row);
  return { why: reason ?? 'queue', ahead, not_before: notBefore === null ? null : iso(notBefore) };
}

const iso = (ms: number): string => new Date(ms).toISOString();

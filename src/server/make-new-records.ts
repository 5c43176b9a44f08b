import { setTimeout as sleep } from 'node:timers/promises';
import type { NewRecord } from '../attributes/record-reference/new-record.ts';
import { newRecordKey, newRecordsIn } from '../attributes/record-reference/new-record-key.ts';
import { type FieldErrorCode, fieldErrorMessage } from '../words/field-error-message.ts';
import { classifyAnswer } from './attio/classify-answer.ts';
import type { AttioClient } from './attio/client.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import { newRecordBody } from './attio/new-record-body.ts';
import { queryRecords } from './attio/query-records.ts';
import { TokenRefused } from './attio/read-answer.ts';
import { type Refusal, upstreamOf } from './attio/refusal.ts';
import { uniqueFilter } from './attio/unique-filter.ts';
import type { Clock } from './clock.ts';
import { keepErrors } from './kept-errors.ts';
import { insist } from './ledger/insist.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { NewRecordRow } from './ledger/new-records.ts';
import { keyOf, type SubmissionRow } from './ledger/submission-row.ts';
import type { Log } from './log.ts';
import { ProblemError } from './problem.ts';
import type { Visitor } from './session/visitor.ts';
import type { RefusedAnswer } from './submission-answer.ts';

export interface MakeNewRecordsOptions {
  client: AttioClient;
  ledger: Ledger;
  now: Clock;
  log: Log;
  appUrl: string;
}

/** Attio does not take a new company or person: the deal cannot be sent as it stands. */
export class NewRecordRefused extends Error {
  override name = 'NewRecordRefused';
  readonly answer: RefusedAnswer;
  constructor(answer: RefusedAnswer) {
    super('new record refused');
    this.answer = answer;
  }
}

/** The submission was given up before its next step: nothing more is made for it. */
export class GivenUp extends Error {
  override name = 'GivenUp';
}

/** The new records of a deal's values that no step has found or made yet. */
export const unmadeIn = (values: Readonly<Record<string, unknown>>, rows: readonly NewRecordRow[]) =>
  newRecordsIn(values).filter(
    ({ record }) => !rows.some((row) => row.record_key === newRecordKey(record) && row.record_id !== null),
  );

/**
 * Sees to it that every company and then every person that a deal's values name as new is in Attio. One that is there by now is
 * used as it is, never overwritten. Each step is on disk before its request; since domain and e-mail address are unique in Attio,
 * a step that was cut off is simply taken again: it finds what it made.
 * @throws NewRecordRefused, GivenUp, ProblemError, TokenRefused; what was made until then stays noted
 */
export async function makeNewRecords(
  options: MakeNewRecordsOptions,
  visitor: Visitor,
  row: SubmissionRow,
  dealForm: WorkspaceDealForm,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { ledger } = options;
  const key = keyOf(row);
  const begun = await ledger.newRecordsOf(key);
  for (const { field, record } of unmadeIn(values, begun)) {
    const recordKey = newRecordKey(record);
    const wasSent = begun.some((step) => step.record_key === recordKey);
    const there = await find(options, visitor, record);
    const made = there
      ? ({ state: wasSent ? 'made' : 'found', recordId: there } as const)
      : await make(options, visitor, row, dealForm, { field, record });
    await insist(() => ledger.settleNewRecord(key, recordKey, made));
  }
}

async function find({ client, now }: MakeNewRecordsOptions, { token }: Visitor, record: NewRecord): Promise<string | null> {
  const unique = record.object === 'companies' ? record.domain : record.email_address;
  const filter = uniqueFilter(record.object, unique) ?? {};
  const [found] = await queryRecords(client, token, record.object, { filter, limit: 1 }, now);
  return found?.id ?? null;
}

async function make(
  options: MakeNewRecordsOptions,
  visitor: Visitor,
  row: SubmissionRow,
  dealForm: WorkspaceDealForm,
  { field, record }: { field: string; record: NewRecord },
): Promise<{ state: 'made' | 'found'; recordId: string }> {
  const { client, ledger, now, log, appUrl } = options;
  for (;;) {
    const ms = await ledger.startNewRecord(row, newRecordKey(record), dealForm.protection);
    if (ms === null) throw new GivenUp();
    if (ms === 0) break;
    // Longer than a turn is a pause of the workspace: others may go on meanwhile.
    if (ms > longestTurnMs) throw new ProblemError('attio_busy', { retryAfterS: ms / 1000 });
    await sleep(ms);
  }
  const call = { token: visitor.token, parameters: { object: record.object }, body: newRecordBody(record) };
  const answer = await client.call('createRecord', call);
  const outcome = classifyAnswer(answer, { workspaceId: row.workspace_id, appUrl, now: now() });
  log('info', {
    event: 'create_reference',
    submission_id: row.id,
    workspace_id: row.workspace_id,
    member_id: row.member_id,
    outcome: outcome.kind,
  });
  switch (outcome.kind) {
    case 'created':
      return { state: 'made', recordId: outcome.record.id.record_id };
    case 'not_applied':
      throw new ProblemError(outcome.why, { retryAfterS: outcome.retryAfterS });
    case 'unauthorized':
      throw new TokenRefused();
    case 'forbidden':
      throw new ProblemError('attio_forbidden', { upstream: outcome.refusal ? upstreamOf(outcome.refusal) : undefined });
    case 'unknown':
    case 'refused': {
      // A second one is refused, and an answer may be lost: either way it is there now if it ever was.
      const there = await find(options, visitor, record);
      if (there) return { state: outcome.kind === 'unknown' ? 'made' : 'found', recordId: there };
      if (outcome.kind === 'unknown') throw new ProblemError('attio_unreachable', { retryAfterS: 1 });
      throw new NewRecordRefused(refusalAt({ field, record }, outcome.refusal, dealForm));
    }
  }
}

/** A longer wait than this is not for one's turn, but a pause. */
const longestTurnMs = 1_000;

/** What Attio's codes mean for a record that is made with a deal: of it only the name and what is unique are known. */
const refusedCodes: Readonly<Record<string, FieldErrorCode>> = {
  uniqueness_conflict: 'new_taken',
  missing_value: 'new_incomplete',
};

function refusalAt(
  { field: slug, record }: { field: string; record: NewRecord },
  refusal: Refusal,
  { form: { fields } }: WorkspaceDealForm,
): RefusedAnswer {
  const title = fields.find((field) => field.slug === slug)?.title ?? slug;
  const code = refusedCodes[refusal.code] ?? 'new_refused';
  const errors = keepErrors(() => [{ field: slug, code, message: fieldErrorMessage(code, { title, detail: record.name }) }]);
  return { errors, upstream: upstreamOf(refusal) };
}

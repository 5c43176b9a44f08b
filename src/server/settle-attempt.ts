import { setTimeout as sleep } from 'node:timers/promises';
import type { AttioAnswer } from './attio/attio-answer.ts';
import { classifyAnswer } from './attio/classify-answer.ts';
import type { AttioClient } from './attio/client.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import { TokenRefused } from './attio/read-answer.ts';
import { upstreamOf } from './attio/refusal.ts';
import { refusalErrors } from './attio/refusal-errors.ts';
import { readSelf } from './attio/self.ts';
import type { WorkspaceDealForms } from './attio/workspace-deal-forms.ts';
import type { Clock } from './clock.ts';
import type { Ledger, SubmissionKey } from './ledger/ledger.ts';
import type { Log } from './log.ts';
import { ProblemError } from './problem.ts';
import { writeReceipt } from './receipt.ts';
import type { ReferencedNames } from './referenced-names.ts';
import type { Visitor } from './session/visitor.ts';
import type { CreatedAnswer, RefusedAnswer } from './submission-answer.ts';
import { within } from './within.ts';

export interface SettleOptions {
  client: AttioClient;
  ledger: Ledger;
  dealForms: WorkspaceDealForms;
  now: Clock;
  log: Log;
  appUrl: string;
}

/** One request to create a deal that was about to leave. */
export interface Attempt {
  key: SubmissionKey;
  /** Which attempt of the submission it is. */
  number: number;
  visitor: Visitor;
  locale: string;
  dealForm: WorkspaceDealForm;
  /** As judged. */
  values: Readonly<Record<string, unknown>>;
}

/** The names serve only the words: what Attio said does not wait longer for them than this. */
const namesPatienceMs = 1_500;

/**
 * Puts what an answer proves into the ledger, whenever it arrives.
 * @throws ProblemError or TokenRefused when nothing was applied and the submission is free again
 */
export async function settleAttempt(
  { client, ledger, dealForms, now, log, appUrl }: SettleOptions,
  { key, number, visitor, locale, dealForm, values }: Attempt,
  answer: AttioAnswer,
  readingNames: Promise<ReferencedNames>,
): Promise<void> {
  const outcome = classifyAnswer(answer, { workspaceId: key.workspaceId, appUrl, now: now() });
  const executionId = answer.kind === 'answered' ? answer.headers.executionId : null;
  log('info', {
    event: 'create',
    submission_id: key.id,
    workspace_id: key.workspaceId,
    member_id: key.memberId,
    attempt: number,
    outcome: outcome.kind,
    execution_id: executionId,
  });
  if (outcome.kind === 'unknown') return insist(() => ledger.settleUnknown(key, number, outcome.reason));
  if (outcome.kind === 'created') {
    const { names } = (await within(namesPatienceMs, readingNames)) ?? { names: {} };
    const { fields, members } = dealForm.form;
    const receipt = writeReceipt(fields, values, outcome.record, { members, locale, recordNames: names });
    const kept: CreatedAnswer = { record: outcome.record, receipt };
    const proof = { recordId: outcome.record.id.record_id, answer: JSON.stringify(kept) };
    return insist(() => ledger.settleCreated(key, proof));
  }
  if (outcome.kind === 'refused') {
    // The workspace is not as we believed: the next form and the next submission read it anew.
    dealForms.forget(visitor);
    const { vanished } = (await within(namesPatienceMs, readingNames)) ?? { vanished: new Set<string>() };
    const errors = refusalErrors(outcome.refusal, { dealForm, values, vanishedRecords: vanished });
    const kept: RefusedAnswer = { errors, upstream: upstreamOf(outcome.refusal) };
    return insist(() => ledger.settleRefused(key, number, JSON.stringify(kept)));
  }
  await insist(() => ledger.release(key, number));
  if (outcome.kind === 'not_applied') throw new ProblemError(outcome.why, { retryAfterS: outcome.retryAfterS });
  const upstream = outcome.refusal ? upstreamOf(outcome.refusal) : undefined;
  if (outcome.kind === 'forbidden') throw new ProblemError('attio_forbidden', { upstream });
  // Valid tokens are reported to draw stray 401s under load: only a dead one ends the session.
  if ((await readSelf(client, visitor.token, now)) === null) throw new TokenRefused();
  throw new ProblemError('attio_busy', { retryAfterS: 1, upstream });
}

/** What an answer proved must not be lost to a database that is busy for a moment: nobody could learn it again. */
async function insist(record: () => Promise<void>): Promise<void> {
  for (const pauseMs of [100, 400, 1_600]) {
    try {
      return await record();
    } catch {
      await sleep(pauseMs);
    }
  }
  return record();
}

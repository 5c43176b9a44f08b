import { valueAt } from '../attributes/value-at.ts';
import { markerSlug } from '../contract/setup.ts';
import type { AttioAnswer } from './attio/attio-answer.ts';
import { classifyAnswer } from './attio/classify-answer.ts';
import type { AttioClient } from './attio/client.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import { type Refusal, upstreamOf } from './attio/refusal.ts';
import { refusalErrors } from './attio/refusal-errors.ts';
import { readSelf } from './attio/self.ts';
import type { WorkspaceDealForms } from './attio/workspace-deal-forms.ts';
import type { Clock } from './clock.ts';
import { createdAnswer } from './created-answer.ts';
import { keepErrors } from './kept-errors.ts';
import { insist } from './ledger/insist.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { SubmissionKey, SubmissionRow } from './ledger/submission-row.ts';
import type { WaitReason } from './ledger/submission-table.ts';
import type { Log } from './log.ts';
import { creatorOf } from './match-deal.ts';
import type { Metrics } from './metrics.ts';
import type { ReferencedNames } from './referenced-names.ts';
import type { Visitor } from './session/visitor.ts';
import type { CreatedAnswer, RefusedAnswer } from './submission-answer.ts';
import { markerOf } from './submission-marker.ts';
import { within } from './within.ts';

export interface SettleOptions {
  client: AttioClient;
  ledger: Ledger;
  dealForms: WorkspaceDealForms;
  now: Clock;
  log: Log;
  metrics: Metrics;
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

/** How long a submission rests after a 401 that a live token drew. */
const strayMs = 1_000;

/** The names serve only the words: what Attio said does not wait longer for them than this. */
const namesPatienceMs = 1_500;

/** What is left to do after an attempt is settled. */
export interface Settled {
  /** Milliseconds after which its workspace may send again; null when nothing keeps it from sending. */
  retryInMs: number | null;
  /** Whether the deal has to be looked for. */
  isUnknown: boolean;
  /** The submission as it became, where that is at hand. */
  row?: SubmissionRow | null;
}

/** Puts what an answer proves into the ledger, whenever it arrives. */
export async function settleAttempt(
  options: SettleOptions,
  attempt: Attempt,
  answer: AttioAnswer,
  readingNames: Promise<ReferencedNames>,
): Promise<Settled> {
  const { client, ledger, dealForms, now, log, metrics, appUrl } = options;
  const { key, number, visitor, locale, dealForm, values } = attempt;
  const outcome = classifyAnswer(answer, { workspaceId: key.workspaceId, appUrl, now: now() });
  metrics.creates.inc({ outcome: outcome.kind });
  log('info', {
    event: 'create',
    submission_id: key.id,
    workspace_id: key.workspaceId,
    member_id: key.memberId,
    attempt: number,
    outcome: outcome.kind,
    execution_id: answer.kind === 'answered' ? answer.headers.executionId : null,
  });
  if (outcome.kind === 'not_applied') return deferAttempt(options, attempt, outcome);
  const creator = outcome.kind === 'created' ? creatorOf(outcome.record) : null;
  await insist(() => ledger.noteAnswer(key.workspaceId, creator));
  if (outcome.kind === 'unknown') {
    await insist(() => ledger.settleUnknown(key, number, outcome.reason));
    return { retryInMs: null, isUnknown: true };
  }
  if (outcome.kind === 'created') {
    const { names } = (await within(namesPatienceMs, readingNames)) ?? { names: {} };
    const kept = createdAnswer({ record: outcome.record, dealForm, values, locale, recordNames: names });
    return settleCreated(options, attempt, kept);
  }
  if (outcome.kind === 'refused') {
    // The workspace is not as we believed: the next form and the next submission read it anew.
    dealForms.forget(visitor);
    if (lacksMarker(outcome.refusal, attempt)) {
      // Attio may go on listing it for a while.
      const restMs = Math.min(30_000, strayMs * 2 ** Math.min(number - 1, 5));
      await insist(() => ledger.defer(key, number, 'attio_busy', restMs));
      return { retryInMs: restMs, isUnknown: false };
    }
    if (dealForm.protection === 'unique' && isAboutMarker(outcome.refusal, attempt)) {
      // Attio has a deal with this key: an earlier attempt made it, perhaps one that the ledger knows nothing of any more.
      await insist(() => ledger.settleUnknown(key, number, 'the key is taken'));
      return { retryInMs: null, isUnknown: true };
    }
    const { vanished } = (await within(namesPatienceMs, readingNames)) ?? { vanished: new Set<string>() };
    // What it refuses may be about something that has come since.
    const current = (await within(namesPatienceMs, dealForms.read(visitor, 'now')).catch(() => undefined)) ?? dealForm;
    const { refusal } = outcome;
    const errors = keepErrors(() => refusalErrors(refusal, { dealForm: current, values, vanishedRecords: vanished }));
    const kept: RefusedAnswer = { errors, upstream: upstreamOf(refusal) };
    await insist(() => ledger.settleRefused(key, number, JSON.stringify(kept)));
    return { retryInMs: null, isUnknown: true };
  }
  // Valid tokens are reported to draw stray 401s under load: only a dead one ends the session.
  if (outcome.kind === 'unauthorized' && (await mayLive(client, visitor.token, now))) {
    await insist(() => ledger.defer(key, number, 'attio_busy', strayMs));
    return { retryInMs: strayMs, isUnknown: false };
  }
  const why = outcome.kind === 'forbidden' ? 'permission' : visitor.mode === 'api-key' ? 'key' : 'sign_in';
  const said: RefusedAnswer | null = outcome.refusal && { errors: [], upstream: upstreamOf(outcome.refusal) };
  await insist(() => ledger.blockAttempt(key, number, { why, answer: said && JSON.stringify(said) }));
  return { retryInMs: null, isUnknown: false };
}

/** Whether a token may still be taken: it is, or nobody can tell now. Then the attempt, which did nothing, is made again. */
const mayLive = (client: AttioClient, token: string, now: Clock): Promise<boolean> =>
  readSelf(client, token, now).then(
    (self) => self !== null,
    () => true,
  );

/** Attio did nothing, and wants (or has) to be left alone for a while: with it wait all submissions of the workspace. */
async function deferAttempt(
  { ledger }: SettleOptions,
  { key, number }: Attempt,
  { why, retryAfterS }: { why: WaitReason; retryAfterS: number },
): Promise<Settled> {
  const retryInMs = await insist(() =>
    why === 'attio_busy' ? ledger.pause(key.workspaceId, why, retryAfterS * 1000) : ledger.strike(key.workspaceId),
  );
  await insist(() => ledger.defer(key, number, why, 0));
  return { retryInMs, isUnknown: false };
}

async function settleCreated(
  { ledger, log, metrics }: SettleOptions,
  { key, number }: Attempt,
  kept: CreatedAnswer,
): Promise<Settled> {
  const proof = { recordId: kept.record.id.record_id, answer: JSON.stringify(kept) };
  const { outcome, row } = await insist(() => ledger.settleCreated(key, proof));
  if (outcome === 'again') {
    metrics.duplicates.inc();
    log('error', { event: 'duplicate', submission_id: key.id, workspace_id: key.workspaceId, member_id: key.memberId });
  }
  // Its deal was taken for a twin's, which is the same in every field: the twin's own, if there is one, will do here.
  if (outcome === 'taken') await insist(() => ledger.settleUnknown(key, number, 'its deal was taken for a twin’s'));
  return { retryInMs: null, isUnknown: outcome === 'taken', row };
}

/** Whether a refusal says that there is no attribute for the submission's own key (any more): without it, it may be taken. */
const lacksMarker = ({ code, message }: Refusal, { dealForm }: Attempt): boolean =>
  dealForm.protection !== 'none' &&
  code !== 'uniqueness_conflict' &&
  /find attribute/i.test(message) &&
  message.includes(markerSlug);

/** Whether a refusal says that the submission's own key is taken. Attio names attributes by slug, by id, or by quoting. */
function isAboutMarker({ code, message }: Refusal, { key, dealForm, values }: Attempt): boolean {
  const ids = [...dealForm.slugByAttributeId].flatMap(([id, slug]) => (slug === markerSlug ? [id] : []));
  if ([markerSlug, markerOf(key), ...ids].some((name) => message.includes(name))) return true;
  const others = dealForm.form.fields.filter((field) => field.unique && valueAt(values, field.slug) !== undefined);
  return code === 'uniqueness_conflict' && others.length === 0;
}

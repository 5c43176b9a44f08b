import { type Judgement, judgeValues } from '../attributes/field-values.ts';
import { newRecordsIn } from '../attributes/record-reference/new-record-key.ts';
import type { SeenTitle } from '../contract/submission.ts';
import { fieldErrorMessage } from '../words/field-error-message.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import { isPassing, type WorkspaceDealForms } from './attio/workspace-deal-forms.ts';
import { canonicalJson, sha256 } from './ledger/canonical-json.ts';
import { insist } from './ledger/insist.ts';
import type { Ledger } from './ledger/ledger.ts';
import { nameOf, type SubmissionKey, type SubmissionRow } from './ledger/submission-row.ts';
import { ProblemError } from './problem.ts';
import { renamedSince } from './renamed-since.ts';
import type { DealSender, Listening } from './send-deals.ts';
import type { Visitor } from './session/visitor.ts';
import { requireRemembered } from './submission-answer.ts';
import { fingerprintOf } from './submission-marker.ts';
import { unmakeableIn } from './unmakeable.ts';
import { within } from './within.ts';

export interface SubmitDealOptions {
  ledger: Ledger;
  dealForms: WorkspaceDealForms;
  sender: DealSender;
  /** How long the rep waits for Attio. */
  upstreamTimeoutMs: number;
}

/** What a rep wants created. */
export interface DealRequest {
  visitor: Visitor;
  /** The draft's UUID in lower case. */
  id: string;
  values: Readonly<Record<string, unknown>>;
  /** What the fields and choices were called when the values were entered. */
  seen: readonly SeenTitle[];
  /** BCP 47, of whoever sends it. */
  locale: string;
  /** How long the rep may still take it back, in milliseconds. */
  holdMs: number;
}

/**
 * Makes a submission end in one deal, or tells that it did not (yet); the row says which. Asking again is harmless.
 * @throws ProblemError when it cannot be taken or nothing was applied, TokenRefused when Attio no longer takes the token
 */
export type SubmitDeal = (request: DealRequest) => Promise<SubmissionRow>;

/** How often a submission is looked at that another process sends, or may send. */
const pollMs = { sending: 150, waiting: 500 };
/** How long one that waits its turn, or is being looked for, is waited for before its rep is told so. */
const patienceMs = 1_500;
/** Beyond the wait for Attio: for the outcome to be recorded. */
const graceMs = 500;

/** Judges and records what a rep sends, has it sent, and waits a while for what comes of it. */
export function createSubmitDeal({ ledger, dealForms, sender, upstreamTimeoutMs }: SubmitDealOptions): SubmitDeal {
  /** Submissions being walked in this process: whoever asks for one of them again gets the same answer. */
  const walking = new Map<string, { bodyHash: string; walk: Promise<SubmissionRow> }>();

  /** The fields as they are now; those last known while Attio is out of reach, so that it can be taken all the same. */
  async function readFields(visitor: Visitor): Promise<{ dealForm: WorkspaceDealForm; isCurrent: boolean }> {
    try {
      return { dealForm: await dealForms.read(visitor, 'submit'), isCurrent: true };
    } catch (error) {
      const known = isPassing(error) ? dealForms.lastKnown(visitor) : undefined;
      if (known) return { dealForm: known, isCurrent: false };
      throw error;
    }
  }

  async function walk(request: DealRequest, key: SubmissionKey, body: string, bodyHash: string): Promise<SubmissionRow> {
    const giveBack = sender.lend(key, request.visitor);
    // From before the first attempt, which may be over at once.
    const listening = sender.listen(key);
    try {
      return await follow(key, await take(request, key, body, bodyHash), listening);
    } finally {
      listening.close();
      giveBack();
    }
  }

  /** The row of what is asked for: the one that stands, or a new one of values that were judged. */
  async function take(request: DealRequest, key: SubmissionKey, body: string, bodyHash: string): Promise<SubmissionRow> {
    const { visitor, locale, holdMs } = request;
    const reading = readFields(visitor);
    // By fields that are at hand the values are judged first, and receiving them tells whether they were there already. What has
    // to be read first, or is wrong now, may have been received before.
    const atHand = await within(0, reading).catch(() => undefined);
    const early = atHand && judge(atHand.dealForm, request);
    if (!early?.ok) {
      const earlier = await ledger.find(key);
      if (earlier) return standing(key, earlier, bodyHash);
    }
    const { dealForm, isCurrent } = await reading;
    const judged = early ?? judge(dealForm, request);
    if (!judged.ok) throw new ProblemError('invalid_values', { errors: judged.errors });
    const isSentAtOnce = isCurrent && holdMs === 0 && newRecordsIn(judged.values).length === 0;
    const plan = isSentAtOnce ? sender.plan(bodyHash, dealForm) : null;
    const submission = { body, bodyHash, locale, fingerprint: fingerprintOf(judged.values), holdMs };
    const { row, isClaimed } = await ledger.receive(key, submission, plan).catch((error: unknown) => {
      // The database may have gone between the commit and its word for it. Nothing was sent.
      if (plan) void insist(() => ledger.withdrawClaim(key, plan)).catch(() => {});
      throw error;
    });
    if (isClaimed) sender.send(row, visitor, dealForm, judged.values);
    return standing(key, row, bodyHash);
  }

  /** The row that stands for a submission, once more on its way if it only waited to be asked for again. */
  async function standing(key: SubmissionKey, row: SubmissionRow, bodyHash: string): Promise<SubmissionRow> {
    if (row.body_hash !== bodyHash) throw new ProblemError('submission_id_reused');
    requireRemembered(row);
    return (row.state === 'blocked_auth' && (await ledger.unblock(key))) || row;
  }

  /** Waits as long as it makes sense that somebody waits. */
  async function follow(key: SubmissionKey, first: SubmissionRow, listening: Listening): Promise<SubmissionRow> {
    const startedAt = performance.now();
    const waited = () => performance.now() - startedAt;
    let [openAt, sendingAt]: [number | null, number | null] = [null, null];
    for (let row = first; ; ) {
      const isOpen = row.state === 'unknown' ? row.looks === 0 : row.state === 'deferred' && row.unsure > 0;
      if (isOpen) openAt ??= waited();
      if (row.state === 'sending') sendingAt ??= waited();
      const limitMs = row.state === 'sending' ? (sendingAt ?? 0) + upstreamTimeoutMs + graceMs : (openAt ?? 0) + patienceMs;
      const isUnderWay = isOpen || row.state === 'received' || row.state === 'sending';
      if (!isUnderWay || waited() >= limitMs) return row;
      if (row === first && row.state !== 'sending') sender.poke(key.workspaceId);
      const became = await listening.next(row === first || sendingAt !== null ? pollMs.sending : pollMs.waiting);
      row = became ?? (await rowOf(key));
    }
  }

  async function rowOf(key: SubmissionKey): Promise<SubmissionRow> {
    const row = await ledger.find(key);
    if (!row) throw new Error('A submission that was received has no row');
    return row;
  }

  return async (request) => {
    const { visitor, id, values } = request;
    const key = { workspaceId: visitor.workspace.id, memberId: visitor.member.id, id };
    const body = canonicalJson(values);
    const bodyHash = sha256(body);
    const name = nameOf(key);
    const known = walking.get(name);
    if (known && known.bodyHash !== bodyHash) throw new ProblemError('submission_id_reused');
    if (known) return known.walk;
    const started = walk(request, key, body, bodyHash).finally(() => walking.delete(name));
    walking.set(name, { bodyHash, walk: started });
    return started;
  };
}

/** The values in canonical form, or what is wrong with them; a field or choice that is called otherwise by now is wrong too. */
function judge({ form }: WorkspaceDealForm, { values, seen }: DealRequest): Judgement {
  const { fields, members, rules } = form;
  const judged = judgeValues(fields, values, { members, rules });
  const wrong = judged.ok ? unmakeableIn(judged.values, form) : judged.errors;
  // The form stops what it knows of; an attribute may have become required since, and other doors lead here too.
  const unfillable = form.unsupported.filter(({ required }) => required);
  if (unfillable.length > 0) {
    const errors = unfillable.map(({ slug, title }) => ({
      ...{ field: slug, code: 'unsupported' },
      message: fieldErrorMessage('unsupported', { title }),
    }));
    return { ok: false, errors };
  }
  const told = new Set(wrong.map(({ field }) => field));
  const errors = [...wrong, ...renamedSince(fields, seen).filter(({ field }) => !told.has(field))];
  return errors.length > 0 ? { ok: false, errors } : judged;
}

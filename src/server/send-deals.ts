import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeValues } from '../attributes/field-values.ts';
import { markerSlug } from '../contract/setup.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import { TokenRefused } from './attio/read-answer.ts';
import { holdSubmission } from './hold-submission.ts';
import { insist } from './ledger/insist.ts';
import type { AttemptPlan } from './ledger/sending-queue.ts';
import { keyOf, nameOf, type SubmissionKey, type SubmissionRow } from './ledger/submission-row.ts';
import { thrownFields } from './log.ts';
import { GivenUp, makeNewRecords, NewRecordRefused } from './make-new-records.ts';
import { type PreparedDeal, prepareDeal } from './prepare-deal.ts';
import { ProblemError } from './problem.ts';
import { readReferencedNames } from './referenced-names.ts';
import type { Visitor, Visitors } from './session/visitor.ts';
import { type SettleOptions, settleAttempt } from './settle-attempt.ts';
import { speaking } from './speaking.ts';
import { spend } from './spent-time.ts';
import { markerOf } from './submission-marker.ts';
import { within } from './within.ts';

export interface SendDealsOptions extends SettleOptions {
  visitors: Visitors;
  /** How long an answer is waited for before its outcome counts as unknown. */
  upstreamTimeoutMs: number;
  /** How long a late answer is still listened for; it may turn an unknown submission into a created one. */
  settleMs: number;
  /** Called when there is something to look for. */
  onUnknown: () => void;
}

/** Sends what waits in the ledger, of each workspace the oldest first and no faster than it may. */
export interface DealSender {
  /** A workspace has something to send. */
  poke(workspaceId: string): void;
  /** What claims an attempt for this process; null while it takes up nothing more. */
  plan(bodyHash: string, dealForm: WorkspaceDealForm): AttemptPlan | null;
  /** Sends a submission that was claimed as it was received, with what it was judged by. */
  send(row: SubmissionRow, visitor: Visitor, dealForm: WorkspaceDealForm, values: Record<string, unknown>): void;
  /** As whom a submission goes out, while its rep is at hand; else as the newest session of its member. */
  lend(key: SubmissionKey, visitor: Visitor): () => void;
  /** Tells what becomes of a submission in this process, until it is closed. */
  listen(key: SubmissionKey): Listening;
  /** Takes up nothing more, and waits for what is under way, at most so long. */
  drain(ms: number): Promise<void>;
}

/** Hears of one submission; nothing said between two waits is lost. */
export interface Listening {
  /**
   * Waits until something became of it, at most so long; gives back what, when it is at hand.
   * @throws ProblemError, TokenRefused when that is something its rep should know
   */
  next(ms: number): Promise<SubmissionRow | null>;
  close(): void;
}

/** After a claim a request leaves at once, or, from a process that was stopped meanwhile, not at all. */
const sendByMs = 10_000;
/** Time to record what came of an attempt. */
const recordMs = 5_000;
/** A turn that comes sooner than this is waited for where it is. */
const shortWaitMs = 250;

/** The only place that asks Attio to create something: whatever was received, today or before a crash, goes through here. */
export function createDealSender(options: SendDealsOptions): DealSender {
  const { client, ledger, dealForms, visitors, now, log, upstreamTimeoutMs } = options;
  const listenMs = Math.max(upstreamTimeoutMs, options.settleMs);
  const leaseMs = sendByMs + upstreamTimeoutMs + recordMs;
  /** Workspaces that are being worked on, and whether somebody asked for it again meanwhile. */
  const running = new Map<string, boolean>();
  const timers = new Set<NodeJS.Timeout>();
  const lent = new Map<string, Visitor>();
  const listeners = new Map<string, Set<(trouble: unknown, row: SubmissionRow | null) => void>>();
  /** Attempts whose answer has not been recorded yet, those included for which nobody waits any more. */
  const attempts = new Set<Promise<unknown>>();
  let isStopping = false;

  function poke(workspaceId: string): void {
    if (isStopping) return;
    if (running.has(workspaceId)) running.set(workspaceId, true);
    else void run(workspaceId);
  }

  function pokeIn(workspaceId: string, ms: number): void {
    if (isStopping) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      poke(workspaceId);
    }, ms);
    timers.add(timer);
  }

  async function run(workspaceId: string): Promise<void> {
    try {
      while (!isStopping) {
        running.set(workspaceId, false);
        const row = await ledger.nextDue(workspaceId);
        if (!row && !running.get(workspaceId)) break;
        const ms = row ? await speaking(row.locale, () => advance(row)) : 0;
        if (ms > shortWaitMs) {
          pokeIn(workspaceId, ms);
          break;
        }
        if (ms > 0) await sleep(ms);
      }
    } catch (error) {
      log('error', { event: 'failed', workspace_id: workspaceId, ...thrownFields(error) });
      pokeIn(workspaceId, 1_000);
    } finally {
      running.delete(workspaceId);
    }
  }

  /** Takes one submission a step further; gives back the milliseconds until the next step of its workspace makes sense. */
  async function advance(row: SubmissionRow): Promise<number> {
    const key = keyOf(row);
    let visitor: Visitor | null;
    let prepared: PreparedDeal | 'given_up' | 'refused';
    try {
      visitor = lent.get(nameOf(key)) ?? (await visitors.forMember(key.workspaceId, key.memberId));
      if (!visitor) throw new TokenRefused();
      prepared = await prepareDeal(options, row, visitor);
    } catch (error) {
      const { restMs, told } = await holdSubmission(ledger, row, error);
      tell(key, told);
      return restMs;
    }
    if (prepared === 'given_up') options.onUnknown();
    if (prepared === 'refused') tell(key, null);
    if (typeof prepared === 'string') return 0;
    if (prepared.isUnmade) {
      keepUntilSettled(key, makeFirst(row, visitor, prepared));
      return 0;
    }
    const startedAt = performance.now();
    const plan = planFor(row.body_hash, prepared.dealForm);
    const claim = await ledger.claim(key, plan).catch(async (error: unknown) => {
      // The database may have gone between the commit and its word for it.
      await insist(() => ledger.withdrawClaim(key, plan));
      throw error;
    });
    if (claim.kind === 'wait') return claim.ms;
    if (claim.kind === 'claimed') keepUntilSettled(key, send(row, claim.attempt, visitor, prepared, startedAt));
    return 0;
  }

  /** Makes what the deal refers to and is not there yet; then it is the deal's turn. */
  async function makeFirst(row: SubmissionRow, visitor: Visitor, { dealForm, values }: PreparedDeal): Promise<null> {
    if (!(await ledger.holdForNewRecords(row, leaseMs))) return null;
    try {
      await makeNewRecords(options, visitor, row, dealForm, values);
      await insist(() => ledger.giveBackHeld(row));
      poke(row.workspace_id);
    } catch (error) {
      if (error instanceof GivenUp) return null;
      if (error instanceof NewRecordRefused) {
        dealForms.forget(visitor);
        await insist(() => ledger.refuseUnsent(row, JSON.stringify(error.answer)));
      } else {
        const { restMs } = await holdSubmission(ledger, row, error);
        pokeIn(row.workspace_id, restMs);
      }
    }
    return null;
  }

  const planFor = (bodyHash: string, { protection }: WorkspaceDealForm): AttemptPlan => ({
    claim: randomUUID(),
    bodyHash,
    protection,
    sentAt: now() + Math.min(0, client.clockAheadMs()),
    leaseMs,
  });

  async function send(
    row: SubmissionRow,
    number: number,
    visitor: Visitor,
    { dealForm, values }: PreparedDeal,
    startedAt: number,
  ): Promise<SubmissionRow | null> {
    const key = keyOf(row);
    if (performance.now() - startedAt > sendByMs) {
      await ledger.defer(key, number, 'attio_unreachable', 0);
      poke(key.workspaceId);
      return null;
    }
    // The claim is on disk. From here on nothing that happens to the rep's connection matters.
    const written = writeValues(dealForm.form.fields, values);
    const marked = dealForm.protection === 'none' ? written : { ...written, [markerSlug]: markerOf(key) };
    const body = { data: { values: marked } };
    const answer = spend('attio', () => client.call('createDeal', { token: visitor.token, body, deadlineMs: listenMs }));
    const names = readReferencedNames(client, visitor, values, now);
    const attempt = { key, number, visitor, locale: row.locale, dealForm, values };
    const settling = answer.then((known) => settleAttempt(options, attempt, known, names));
    const settled = await within(
      upstreamTimeoutMs,
      settling.then(() => true),
    );
    if (!settled) {
      await insist(() => ledger.settleUnknown(key, number, 'no answer in time'));
      tell(key, null);
      options.onUnknown();
    }
    const { retryInMs, isUnknown, row: settledRow } = await settling;
    if (isUnknown) options.onUnknown();
    if (retryInMs !== null) pokeIn(key.workspaceId, retryInMs);
    return settledRow ?? null;
  }

  function keepUntilSettled(key: SubmissionKey, sending: Promise<SubmissionRow | null>): void {
    const kept = sending
      .then((row) => tell(key, null, row))
      .catch((error: unknown) => {
        tell(key, error);
        if (error instanceof ProblemError || error instanceof TokenRefused) return;
        // A row that could not be settled is taken up when its lease is over.
        log('error', { event: 'failed', submission_id: key.id, workspace_id: key.workspaceId, ...thrownFields(error) });
      })
      .finally(() => attempts.delete(kept));
    attempts.add(kept);
  }

  function tell(key: SubmissionKey, trouble: unknown, row: SubmissionRow | null = null): void {
    for (const listener of listeners.get(nameOf(key)) ?? []) listener(trouble, row);
  }

  return {
    poke,
    plan: (bodyHash, dealForm) => (isStopping ? null : planFor(bodyHash, dealForm)),
    send(row, visitor, dealForm, values) {
      const prepared = { dealForm, values, isUnmade: false };
      const sending = speaking(row.locale, () => send(row, row.attempt, visitor, prepared, performance.now()));
      keepUntilSettled(keyOf(row), sending);
    },
    lend(key, visitor) {
      const name = nameOf(key);
      lent.set(name, visitor);
      return () => {
        if (lent.get(name) === visitor) lent.delete(name);
      };
    },
    listen(key) {
      const name = nameOf(key);
      const own = listeners.get(name) ?? new Set();
      listeners.set(name, own);
      let heard = false;
      let trouble: unknown = null;
      let became: SubmissionRow | null = null;
      let wake = () => {};
      const listener = (said: unknown, row: SubmissionRow | null) => {
        heard = true;
        trouble ??= said;
        became = row;
        wake();
      };
      own.add(listener);
      return {
        async next(ms) {
          const hearing = new Promise<void>((resolve) => {
            wake = resolve;
          });
          if (!heard) await within(ms, hearing);
          heard = false;
          if (trouble) throw trouble;
          const row = became;
          became = null;
          return row;
        },
        close() {
          own.delete(listener);
          if (own.size === 0) listeners.delete(name);
        },
      };
    },
    async drain(ms) {
      isStopping = true;
      for (const timer of timers) clearTimeout(timer);
      await within(ms, Promise.allSettled(attempts));
    },
  };
}

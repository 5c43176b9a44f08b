import { setTimeout as sleep } from 'node:timers/promises';
import { judgeValues, writeValues } from '../attributes/field-values.ts';
import { TokenRefused } from './attio/read-answer.ts';
import { canonicalJson, sha256 } from './ledger/canonical-json.ts';
import type { SubmissionKey, SubmissionRow } from './ledger/ledger.ts';
import { thrownFields } from './log.ts';
import { ProblemError } from './problem.ts';
import { readReferencedNames } from './referenced-names.ts';
import type { Visitor } from './session/visitor.ts';
import { type Attempt, type SettleOptions, settleAttempt } from './settle-attempt.ts';
import { within } from './within.ts';

export interface SubmitDealOptions extends SettleOptions {
  /** How long the rep waits for Attio. */
  upstreamTimeoutMs: number;
  /** How long a late answer is still listened for; it may turn an unknown submission into a created one. */
  settleMs: number;
}

/** What a rep wants created. */
export interface DealRequest {
  visitor: Visitor;
  /** The draft's UUID in lower case. */
  id: string;
  values: Readonly<Record<string, unknown>>;
  /** BCP 47; the receipt's words. */
  locale: string;
}

export interface DealSubmissions {
  /**
   * Makes a submission end in one deal, or tells that it did not; the row says which. Asking again is harmless.
   * @throws ProblemError when nothing was or could be applied, TokenRefused when Attio no longer takes the token
   */
  submit(request: DealRequest): Promise<SubmissionRow>;
  /** Waits for everything that is under way, at most so long. */
  drain(ms: number): Promise<void>;
}

/** Beyond the rep's wait: time to record what came of it, after which an attempt counts as abandoned. */
const leaseMarginMs = 5_000;
const pollMs = 100;

/** Record, send, settle: the way of every submission, and the only place that asks Attio to create something. */
export function createDealSubmissions(options: SubmitDealOptions): DealSubmissions {
  const { client, ledger, dealForms, now, log, upstreamTimeoutMs } = options;
  const listenMs = Math.max(upstreamTimeoutMs, options.settleMs);
  /** Submissions being walked in this process: whoever asks for one of them again gets the same answer. */
  const walking = new Map<string, { bodyHash: string; walk: Promise<SubmissionRow> }>();
  /** Attempts whose answer has not been recorded yet, those included for which nobody waits any more. */
  const attempts = new Set<Promise<void>>();

  async function walk(request: DealRequest, key: SubmissionKey, body: string, bodyHash: string): Promise<SubmissionRow> {
    const earlier = await ledger.find(key);
    if (earlier && earlier.state !== 'received') {
      requireSameBody(earlier, bodyHash);
      return followAttempt(key, earlier);
    }

    const { visitor, values, locale } = request;
    const dealForm = await dealForms.read(visitor, 'now');
    const { fields, members } = dealForm.form;
    const judged = judgeValues(fields, values, { members });
    if (!judged.ok) throw new ProblemError('invalid_values', { errors: judged.errors });

    const written = writeValues(fields, judged.values);
    const row = await ledger.receive(key, { body, bodyHash });
    requireSameBody(row, bodyHash);
    const number = await ledger.claim(key, bodyHash, upstreamTimeoutMs + leaseMarginMs);
    if (number === null) {
      const standing = await rowOf(key);
      requireSameBody(standing, bodyHash);
      return followAttempt(key, standing);
    }

    // The claim is on disk. From here to the end of `settling` nothing that happens to the rep's connection matters.
    const attempt: Attempt = { key, number, visitor, locale, dealForm, values: judged.values };
    const answer = client.call('createDeal', {
      token: visitor.token,
      body: { data: { values: written } },
      deadlineMs: listenMs,
    });
    const names = readReferencedNames(client, visitor, judged.values, now);
    const settling = answer.then((known) => settleAttempt(options, attempt, known, names));
    keepUntilSettled(settling, key);
    const settled = await within(
      upstreamTimeoutMs,
      settling.then(() => true),
    );
    if (!settled) await ledger.settleUnknown(key, number, 'no answer in time');
    return rowOf(key);
  }

  /** Somebody else's attempt, here or in another process on the same database: waits for it as its own rep does. */
  async function followAttempt(key: SubmissionKey, first: SubmissionRow): Promise<SubmissionRow> {
    let row = first;
    for (let waited = 0; row.state === 'sending' && waited < upstreamTimeoutMs; waited += pollMs) {
      await ledger.settleExpired();
      await sleep(pollMs);
      row = await rowOf(key);
    }
    if (row.state === 'received') throw new ProblemError('attio_busy', { retryAfterS: 1 });
    return row;
  }

  async function rowOf(key: SubmissionKey): Promise<SubmissionRow> {
    const row = await ledger.find(key);
    if (!row) throw new Error('A submission that was received has no row');
    return row;
  }

  function keepUntilSettled(settling: Promise<void>, { id, workspaceId }: SubmissionKey): void {
    const kept = settling
      .catch((error: unknown) => {
        // The rep, if still there, is told by `walk`. Here it only must not end the process.
        if (error instanceof ProblemError || error instanceof TokenRefused) return;
        log('error', { event: 'failed', submission_id: id, workspace_id: workspaceId, ...thrownFields(error) });
      })
      .finally(() => attempts.delete(kept));
    attempts.add(kept);
  }

  return {
    async submit(request) {
      const { visitor, id, values } = request;
      const key = { workspaceId: visitor.workspace.id, memberId: visitor.member.id, id };
      const body = canonicalJson(values);
      const bodyHash = sha256(body);
      const name = `${key.workspaceId} ${key.memberId} ${id}`;
      const known = walking.get(name);
      if (known && known.bodyHash !== bodyHash) throw new ProblemError('submission_id_reused');
      if (known) return known.walk;
      const started = walk(request, key, body, bodyHash).finally(() => walking.delete(name));
      walking.set(name, { bodyHash, walk: started });
      return started;
    },
    async drain(ms) {
      await within(ms, Promise.allSettled(attempts));
    },
  };
}

function requireSameBody(row: SubmissionRow, bodyHash: string): void {
  if (row.body_hash !== bodyHash) throw new ProblemError('submission_id_reused');
}

import { setTimeout as sleep } from 'node:timers/promises';
import { TokenRefused } from './attio/read-answer.ts';
import { isPassing } from './attio/workspace-deal-forms.ts';
import { insist } from './ledger/insist.ts';
import type { DueLook } from './ledger/open-outcomes.ts';
import { thrownFields } from './log.ts';
import { type LookOptions, lookForDeals } from './look-for-deals.ts';
import { isSettled } from './look-schedule.ts';
import { ProblemError } from './problem.ts';
import type { DealSender } from './send-deals.ts';
import type { Visitors } from './session/visitor.ts';

export interface RecoverOptions extends LookOptions {
  visitors: Visitors;
  sender: DealSender;
  /** One call of Attio; a look is a few of them. */
  upstreamTimeoutMs: number;
}

/** Takes up whatever nobody is at any more: after a crash, a pause of Attio's, an answer that never came. */
export interface Recovery {
  /** There is something to look for now. */
  wake(): void;
  /** Ends it, when what it is just doing is done. */
  stop(): Promise<void>;
}

/** How often the ledger is asked for what was left lying. */
const roundMs = 1_000;
/** How often what is old enough to be forgotten is looked for. */
const forgetEveryMs = 60 * 60_000;
/** As many as one query finds. */
const looksAtOnce = 50;
const membersAtOnce = 8;
/** Without a token nothing can be looked for; signing in says so at once. */
const noTokenMs = 60_000;
/** How long a look that failed rests, unless Attio says: longer, the longer the outcome has been open. */
const failedMs = 2_000;
const longestRestMs = 5 * 60_000;

/** Starts the rounds. The first does what a start after a crash needs. */
export function startRecovery(options: RecoverOptions): Recovery {
  const { ledger, log, sender, visitors, upstreamTimeoutMs } = options;
  const stopping = new AbortController();
  let rouse = new AbortController();
  const looking = new Set<Promise<void>>();
  let forgetAt = 0;

  async function round(): Promise<void> {
    const abandoned = await ledger.settleAbandoned();
    if (abandoned > 0) log('warn', { event: 'abandoned', count: abandoned });
    await ledger.retryBlocked();
    for (const workspaceId of await ledger.dueWorkspaces()) sender.poke(workspaceId);
    // Those of one member do not wait for another's, whose Attio may be slow.
    while (looking.size < membersAtOnce && !stopping.signal.aborted) {
      const due = await ledger.claimLooks(looksAtOnce, 2 * upstreamTimeoutMs);
      if (due.length === 0) return;
      const look = lookFor(due)
        .catch((error: unknown) => log('error', { event: 'failed', ...thrownFields(error) }))
        .finally(() => {
          looking.delete(look);
          rouse.abort();
        });
      looking.add(look);
    }
  }

  /** Looks for submissions of one member, or puts the look off. */
  async function lookFor(due: readonly DueLook[]): Promise<void> {
    const [first] = due;
    if (!first) return;
    try {
      const visitor = await visitors.forMember(first.row.workspace_id, first.row.member_id);
      if (!visitor) throw new TokenRefused();
      await lookForDeals(options, visitor, due);
    } catch (error) {
      const isKnown = error instanceof ProblemError || error instanceof TokenRefused;
      if (!isKnown) log('error', { event: 'failed', workspace_id: first.row.workspace_id, ...thrownFields(error) });
      const isBusy = error instanceof ProblemError && error.details.retryAfterS !== undefined;
      options.metrics.looks.inc({ outcome: 'failed' }, due.length);
      for (const { row, openMs } of due) {
        const restMs = isBusy ? (error.details.retryAfterS ?? 0) * 1000 : Math.min(Math.max(failedMs, openMs / 4), longestRestMs);
        const inMs = error instanceof TokenRefused ? noTokenMs : restMs;
        // What cannot be looked for at all is for a person; an Attio that is away is waited for.
        const isHopeless = error instanceof ProblemError && !isPassing(error) && isSettled(openMs, options.settleMs);
        const state = row.state === 'needs_checking' || isHopeless ? 'needs_checking' : 'unknown';
        await insist(() => ledger.noteLook(row, { state, inMs, candidates: null, counts: false }));
      }
    }
  }

  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await round();
        if (performance.now() >= forgetAt) forgetAt = performance.now() + ((await ledger.forgetOld()) ? 0 : forgetEveryMs);
      } catch (error) {
        // The database is away, most likely: the next round finds what this one left.
        log('error', { event: 'failed', ...thrownFields(error) });
      }
      if (!rouse.signal.aborted) await sleep(roundMs, undefined, { signal: rouse.signal }).catch(() => {});
      if (!stopping.signal.aborted) rouse = new AbortController();
    }
  })();

  return {
    wake: () => rouse.abort(),
    async stop() {
      stopping.abort();
      rouse.abort();
      await running;
      await Promise.all(looking);
    },
  };
}

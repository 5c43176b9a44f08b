import { setTimeout as sleep } from 'node:timers/promises';
import type { Verdict } from './check/check-history.ts';
import { lookAfter, send } from './rep/bring-through.ts';
import { inFlight } from './rep/in-flight.ts';
import type { Deal } from './rep/rep-calls.ts';
import { seeded, seededMoments, seededUuid } from './seeded.ts';
import { settleAndCheck } from './settle-and-check.ts';
import { type Stack, type StackOptions, withStack } from './stack/torture-stack.ts';
import { seededCreateFaults, seededReadFaults } from './upstream/fault-names.ts';

export interface ChaosOptions extends Omit<StackOptions, 'creates' | 'reads'> {
  submissions: number;
  /** Shares of the creates and reads that are hit, from 0 to 1. */
  createFaultRate: number;
  readFaultRate: number;
  /** How often a replica is killed, and the database broken down. */
  kills: number;
  databaseRestarts: number;
  /** A kill comes up to this long after its submission began, and what it killed is away for up to as long, in ms. */
  longestPauseMs: number;
  /** How many submissions are under way at a time. */
  atATime: number;
  /** How long after the last fault everything has to be settled, in ms. */
  settledWithinMs: number;
  say(line: string): void;
}

export interface ChaosResult {
  verdict: Verdict;
  seconds: number;
  creates: number;
  faults: number;
  reads: number;
  readFaults: number;
  kills: number;
  databaseRestarts: number;
}

/** The deals of a run, the same for the same seed. Two that follow one another differ in the last letters of their names only. */
export const seededDeals = (stack: Stack, seed: number, count: number, twinEvery = Number.POSITIVE_INFINITY): Deal[] =>
  Array.from({ length: count }, (_, index) => {
    // Somebody enters the same deal again, and means it: another submission, alike in everything.
    const like = index > 0 && index % twinEvery === 0 ? index - 1 : index;
    return stack.rep.deal(seededUuid(seed, 'deal', index), `Torture ${seed} – ${String(like).padStart(5, '0')}`, {
      value: { amount: String(100 + (like % 7)), currency: 'USD' },
    });
  });

/** One in so many deals of a run is the twin of the one before. */
const twinEvery = 20;
const saidEvery = 8;

/** Many submissions while the upstream goes wrong, servers are killed and the database breaks down. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { seed, submissions, say } = options;
  return withStack(
    {
      ...options,
      creates: seededCreateFaults(seed, options.createFaultRate),
      reads: seededReadFaults(seed, options.readFaultRate),
    },
    async (stack) => {
      const from = performance.now();
      const deals = seededDeals(stack, seed, submissions, twinEvery);
      const killAt = new Set(seededMoments(options.kills, submissions, seed, 'kill'));
      const restartAt = new Set(
        stack.restartDatabase ? seededMoments(options.databaseRestarts, submissions, seed, 'restart') : [],
      );
      const looking = lookAfter(stack.rep);
      // One kill at a time, and one restart: whoever kills a server starts it again.
      const kills = inTurn((index: number) => killSome(stack, index, options));
      const restarts = inTurn(() => stack.restartDatabase?.());
      await inFlight(options.atATime, deals, async (deal, index) => {
        if (killAt.has(index)) kills.add(index);
        if (restartAt.has(index)) restarts.add(index);
        if (index > 0 && index % Math.ceil(submissions / saidEvery) === 0)
          say(`${index} of ${submissions} sent, ${kills.done()} kills, ${Math.round((performance.now() - from) / 1000)} s`);
        await send(stack.rep, deal);
        looking.add(deal);
      });
      await kills.all();
      await restarts.all();
      say('all sent; settling');
      await looking.end();
      const { mode, settledWithinMs: withinMs, logDirectory } = options;
      const verdict = await settleAndCheck(stack, { mode, deals, withinMs, logDirectory });
      return {
        verdict,
        seconds: Math.round((performance.now() - from) / 1000),
        creates: stack.upstream.creates.length,
        faults: stack.upstream.creates.filter(({ fault }) => fault !== null).length,
        reads: stack.upstream.reads().arrived,
        readFaults: stack.upstream.reads().hit,
        kills: kills.done(),
        databaseRestarts: restarts.done(),
      };
    },
  );
}

/** Does one after the other, each when the earlier ones are done; the first that fails is told by `all`. */
function inTurn(work: (index: number) => unknown) {
  let last: Promise<unknown> = Promise.resolve();
  let done = 0;
  return {
    add(index: number) {
      last = last.then(async () => {
        await work(index);
        done += 1;
      });
      last.catch(() => undefined);
    },
    done: () => done,
    all: () => last,
  };
}

/** So many of the kills hit every server at once. */
const killsOfAll = 0.2;

/** Kills a server, or all, some time after the submission began, and starts what it killed again after a while. */
async function killSome({ replicas }: Stack, index: number, { seed, longestPauseMs }: ChaosOptions): Promise<void> {
  await sleep(seeded(seed, 'kill delay', index) * longestPauseMs);
  const one = Math.floor(seeded(seed, 'whom', index) * replicas.length);
  const all = seeded(seed, 'all', index) < killsOfAll;
  const killed = replicas.filter((_, number) => all || number === one);
  await Promise.all(killed.map((replica) => replica.end('SIGKILL')));
  await sleep(seeded(seed, 'down for', index) * longestPauseMs);
  await Promise.all(killed.map((replica) => replica.start()));
}

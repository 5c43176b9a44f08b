import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DuplicateProtection } from '../contract/setup.ts';
import { type Breach, checkHistory, type Verdict } from './check/check-history.ts';
import { lastHeard } from './check/history.ts';
import { askFinally, isOpen } from './rep/bring-through.ts';
import { inFlight } from './rep/in-flight.ts';
import type { Deal } from './rep/rep-calls.ts';
import type { Stack } from './stack/torture-stack.ts';

export interface SettleOptions {
  mode: DuplicateProtection;
  deals: readonly Deal[];
  /** How long after the last fault everything has to be settled, in ms. */
  withinMs: number;
  /** Where evidence of broken promises is kept. */
  logDirectory: string;
}

const lookMs = 500;
const asking = 20;

/** Names that are shown with all that is known of them. */
const keptNames = 20;

/**
 * Stops the faults, waits until nothing changes any more, asks for every submission once more and holds all of it against
 * what the sandbox has. Whatever speaks against a promise is kept beside the logs.
 */
export async function settleAndCheck(stack: Stack, { mode, deals, withinMs, logDirectory }: SettleOptions): Promise<Verdict> {
  const { rep, upstream, workspace } = stack;
  upstream.setFaults(false);
  await upstream.quiet();
  const deadline = Date.now() + withinMs;
  const isOver = () => Date.now() > deadline;

  for (let isSettled = false; !isSettled && !isOver(); ) {
    const left = deals.filter((deal) => needsLook(stack, deal));
    await inFlight(asking, left, (deal) => askFinally(rep, deal, isOver));
    const open = left.filter((deal) => isOpen(rep, deal));
    // Only a deal that is there can still be found.
    const there = new Set(open.length > 0 ? [] : (await workspace.newDeals()).map(({ name }) => name));
    isSettled = open.length === 0 && left.every((deal) => !needsLook(stack, deal) || !there.has(deal.name));
    if (!isSettled) await sleep(lookMs);
  }
  await inFlight(asking, deals, (deal) => askFinally(rep, deal, () => Date.now() > deadline + withinMs));
  const made = await workspace.newDeals();
  const submissions = [...rep.submissions.values()];
  const verdict = checkHistory({ mode, submissions, creates: upstream.creates, deals: made });
  if (verdict.breaches.length > 0) keepEvidence(verdict.breaches, stack, made, logDirectory);
  return verdict;
}

function needsLook({ rep }: Stack, { id }: Deal): boolean {
  const history = rep.submissions.get(id);
  const heard = history ? lastHeard(history) : null;
  return heard !== 'created' && heard !== 'refused' && heard !== 'dismissed' && heard !== 'unknown here';
}

/** What was heard, what came by, and what is there, of the deals concerned. */
function keepEvidence(
  breaches: readonly Breach[],
  { rep, upstream }: Stack,
  made: readonly { recordId: string; name: string }[],
  directory: string,
): void {
  const names = [...new Set(breaches.map(({ name }) => name))].slice(0, keptNames);
  const evidence = names.map((name) => ({
    name,
    breaches: breaches.filter((one) => one.name === name),
    heard: [...rep.submissions.values()].filter((one) => one.name === name),
    creates: upstream.creates.filter((one) => one.name === name),
    deals: made.filter((one) => one.name === name),
  }));
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'evidence.json'), JSON.stringify({ breaches, evidence }, null, 2));
}

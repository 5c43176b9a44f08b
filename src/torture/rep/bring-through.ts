import { setTimeout as sleep } from 'node:timers/promises';
import { lastHeard, type Observation } from '../check/history.ts';
import type { Deal, RepCalls } from './rep-calls.ts';

/** How long a client waits before it asks again, in ms; `asked` counts how often it has asked already. */
export type Pace = (heard: Observation, asked: number) => number;

const shortestMs = 100;
const longestMs = 2_000;
/** After so many looks nobody is in a hurry any more. */
const hurriedLooks = 10;
const unhurriedMs = 8_000;

/** In a hurry, whatever the server would like: a run is shorter than a rep's day. */
const inAHurry: Pace = ({ retryAfterS }, asked) => {
  if (asked > hurriedLooks) return unhurriedMs;
  return Math.min(longestMs, retryAfterS === null ? shortestMs * 2 ** Math.min(asked, 5) : retryAfterS * 1000);
};

/** As the page does: a thousand that wait must not wear the server out. */
export const likeThePage: Pace = ({ retryAfterS }, asked) => Math.max(1_000 * 2 ** Math.min(asked, 4), (retryAfterS ?? 0) * 1000);

const isFinal = ({ code, state }: Observation): boolean =>
  code === 'refused_by_attio' || state === 'created' || state === 'refused' || state === 'dismissed';

/** Neither lost nor refused, but asked for at a bad moment: the same call again. */
const isForAgain = ({ status }: Observation): boolean => status === null || status === 408 || status === 429 || status >= 500;

/** What the page says while nothing has gone wrong: these hold a place in the queue. */
const isWaiting = ({ state }: Observation): boolean =>
  state === 'received' || state === 'sending' || state === 'deferred' || state === 'blocked_auth';

/**
 * Repeats the PUT until it is acknowledged or refused, then looks until its outcome is final or open.
 * @returns what was heard last
 */
export async function send(rep: RepCalls, deal: Deal, isOver = () => false, pace = inAHurry): Promise<Observation> {
  let heard = await rep.put(deal);
  for (let waited = 0; !isOver(); waited += 1) {
    if (!isForAgain(heard) && !isWaiting(heard)) return heard;
    await sleep(pace(heard, waited));
    heard = isForAgain(heard) ? await rep.put(deal) : await rep.get(deal);
  }
  return heard;
}

/** Looks at what has been sent until its outcome is final. */
export async function follow(rep: RepCalls, deal: Deal, isOver: () => boolean, pace = inAHurry): Promise<void> {
  const history = rep.submissions.get(deal.id);
  let heard = history?.observations.at(-1);
  for (let waited = 0; heard && !isFinal(heard) && !isOver(); waited += 1) {
    await sleep(pace(heard, waited));
    heard = await rep.get(deal);
  }
}

/** Looks after what has been sent, beside whatever else goes on. */
export function lookAfter(rep: RepCalls) {
  const following: Promise<void>[] = [];
  let isOver = false;
  return {
    add: (deal: Deal) => void following.push(follow(rep, deal, () => isOver)),
    /** Stops looking. */
    async end() {
      isOver = true;
      await Promise.all(following);
    },
  };
}

/** Asks for the state until there is an answer that says something. */
export async function askFinally(rep: RepCalls, deal: Deal, isOver: () => boolean): Promise<void> {
  for (let heard = await rep.get(deal); isForAgain(heard) && !isOver(); heard = await rep.get(deal)) await sleep(shortestMs);
}

/** Whether the outcome can still change by itself soon: neither final nor a person's. */
export function isOpen(rep: RepCalls, deal: Deal): boolean {
  const history = rep.submissions.get(deal.id);
  const heard = history ? lastHeard(history) : null;
  return heard !== 'created' && heard !== 'refused' && heard !== 'dismissed' && heard !== 'needs_checking';
}

import { AsyncLocalStorage } from 'node:async_hooks';

/** What a request waits for beside our own work. */
type Place = 'ledger' | 'attio';

const measure = new AsyncLocalStorage<Map<Place, number>>();

/** Adds to what the request under way has spent on one thing; outside of a request it is only done. */
export async function spend<T>(place: Place, work: () => Promise<T>): Promise<T> {
  const spent = measure.getStore();
  if (!spent) return work();
  const from = performance.now();
  try {
    return await work();
  } finally {
    spent.set(place, (spent.get(place) ?? 0) + performance.now() - from);
  }
}

/** Does something and tells, in the words of the header Server-Timing, what of its milliseconds went where. */
export async function withServerTiming<T>(work: () => Promise<T>): Promise<{ result: T; serverTiming: string }> {
  const spent = new Map<Place, number>();
  const from = performance.now();
  const result = await measure.run(spent, work);
  const parts = [...spent, ['total', performance.now() - from] as const];
  return { result, serverTiming: parts.map(([name, ms]) => `${name};dur=${ms.toFixed(1)}`).join(', ') };
}

/** The same verbs, each of which tells the request under way what it took. */
export const timed = <Verbs extends object>(place: Place, verbs: Verbs): Verbs =>
  Object.fromEntries(
    Object.entries(verbs).map(([name, verb]) => [name, (...given: unknown[]) => spend(place, () => verb(...given))]),
  ) as Verbs;

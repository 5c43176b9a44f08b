import { setTimeout as sleep } from 'node:timers/promises';

/** Together somewhat more than a minute: as long as a database is away when it is restarted, or another takes its place. */
const pausesMs = [100, 400, 1_600, 3_000, 5_000, 10_000, 20_000, 30_000];

/**
 * Records something that nobody could learn again, and so must not be lost to a database that is away for a moment.
 * @throws what the last try threw
 */
export async function insist<T>(record: () => Promise<T>): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await record();
    } catch {
      await sleep(pauseMs);
    }
  }
  return record();
}

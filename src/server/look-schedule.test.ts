import { expect, test } from 'vitest';
import { isSettled, nextLookIn, repeatIn } from './look-schedule.ts';

const settleMs = 60_000;

/** When a submission that is never found is looked for, in seconds after its outcome became unknown. */
function looks(settle: number): number[] {
  const times: number[] = [];
  for (let at: number | null = 0; at !== null; ) {
    times.push(at / 1000);
    const next: number | null = nextLookIn(at, settle);
    at = next === null ? null : at + next;
  }
  return times;
}

test('What is not found is looked for at 0, 2, 5, 15 and 60 s, and then after 5 minutes, an hour and a day', () => {
  expect(looks(settleMs)).toEqual([0, 2, 5, 15, 60, 300, 3_600, 86_400]);
  expect(looks(4_000)).toEqual([0, 2, 4, 300, 3_600, 86_400]);
});

test('“Not found” is said only by a look after the settle time', () => {
  expect(looks(settleMs).filter((s) => isSettled(s * 1000, settleMs))[0]).toBe(60);
});

test('What can be repeated without danger is, at once, at 2, 5 and 15 s, then every half minute, for an hour', () => {
  const due = [1, 2, 3, 4, 5, 6, 7].map((unsure) => (repeatIn(unsure, 0) ?? Number.NaN) / 1000);
  expect(due).toEqual([0, 2, 5, 15, 45, 75, 105]);
  expect(repeatIn(3, 6_000)).toBeLessThanOrEqual(0);
  expect(repeatIn(200, 60 * 60_000 + 1)).toBeNull();
});

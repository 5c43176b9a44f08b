import { expect, it } from 'vitest';
import { seedingProgress } from './seeding-progress.ts';

function told(isTTY: boolean, steps: readonly [done: number, seconds: number][]): string[] {
  const written: string[] = [];
  let now = 0;
  const tell = seedingProgress({ isTTY, write: (text: string) => written.push(text) }, 200_000, () => now);
  for (const [done, seconds] of steps) {
    now = seconds * 1000;
    tell(done);
  }
  return written;
}

it('a file gets a line at every tenth: how far, how fast and how long still', () => {
  expect(
    told(false, [
      [0, 0],
      [0.04, 1],
      [0.25, 10],
      [0.26, 11],
      [1, 90],
    ]),
  ).toEqual([
    'Seeding 200,000 records: 0 %\n',
    'Seeding 200,000 records: 25 %, 5,000 records/s, 30 s left\n',
    'Seeding 200,000 records: 100 %, 2,222 records/s, took 1 min 30 s\n',
  ]);
});

it('a terminal gets one line that is written over at every hundredth, and ends with the last', () => {
  const written = told(true, [
    [0.01, 1],
    [0.012, 1.1],
    [0.02, 2],
    [1, 100],
  ]);
  expect(written).toHaveLength(3);
  expect(written.every((text) => text.startsWith('\r'))).toBe(true);
  expect(written.map((text) => text.includes('\n'))).toEqual([false, false, true]);
});

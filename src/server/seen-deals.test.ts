import { expect, test } from 'vitest';
import type { SubmissionRow } from './ledger/submission-row.ts';
import { windowOf } from './seen-deals.ts';

const minute = 60_000;
const row = (times: Partial<SubmissionRow>) => ({ received_at: 0, sent_at: null, last_sent_at: null, ...times }) as SubmissionRow;

test('A deal is looked for from the first time it was sent until ten minutes after the last', () => {
  const { from, to } = windowOf(row({ sent_at: 10 * minute, last_sent_at: 600 * minute }), 0);
  expect([from, to]).toEqual([10 * minute - 2_000, 610 * minute]);
});

test('An Attio whose clock is ahead makes the time longer, one that is behind does not make it shorter', () => {
  const sent = row({ sent_at: 0, last_sent_at: 0 });
  expect(windowOf(sent, 5 * minute).to).toBe(15 * minute);
  expect(windowOf(sent, -5 * minute).to).toBe(10 * minute);
});

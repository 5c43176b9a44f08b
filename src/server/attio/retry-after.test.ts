import { expect, test } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

const date = 'Tue, 23 May 2023 14:42:01 GMT';
const now = Date.parse('Tue, 23 May 2023 14:40:01 GMT');

test.each([
  ['nothing', null, date, 1],
  ['a number', '7', date, 7],
  ['a fraction', '0.2', date, 1],
  ['a huge number', '86400', date, 60],
  ['a date', 'Tue, 23 May 2023 14:42:13 GMT', date, 12],
  ['a date, by our clock when Attio gives none', 'Tue, 23 May 2023 14:40:31 GMT', null, 30],
  ['a date in the past', 'Tue, 23 May 2023 14:41:01 GMT', date, 1],
  ['a date a day ahead', 'Wed, 24 May 2023 14:42:01 GMT', date, 60],
  ['rubbish', 'soon', date, 1],
  ['a negative number', '-5', date, 1],
])('Retry-After as %s is a pause of 1 to 60 seconds', (_what, retryAfter, sentAt, seconds) => {
  expect(retryAfterSeconds(retryAfter, sentAt, now)).toBe(seconds);
});

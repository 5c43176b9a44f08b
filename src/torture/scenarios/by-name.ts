import type { Scenario } from '../scenario.ts';
import { chaos } from './chaos-scenario.ts';
import { clockSkew } from './clock-skew.ts';
import { databaseRestarts } from './database-restarts.ts';
import { doubleClick } from './double-click.ts';
import { hangUp } from './hang-up.ts';
import { killNine } from './kill-nine.ts';
import { lateCommits } from './late-commits.ts';
import { ledgerLatency } from './ledger-latency.ts';
import { newRecords } from './new-records.ts';
import { oneFile } from './one-file.ts';
import { otherBody } from './other-body.ts';
import { politeStop } from './polite-stop.ts';
import { retryAfter } from './retry-after.ts';
import { storm } from './storm.ts';

/** Every scenario under the name that it is asked for with. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  chaos,
  'double-click': doubleClick,
  'other-body': otherBody,
  'kill-nine': killNine,
  'late-commits': lateCommits,
  storm,
  'retry-after': retryAfter,
  'database-restarts': databaseRestarts,
  'one-file': oneFile,
  'polite-stop': politeStop,
  'clock-skew': clockSkew,
  'hang-up': hangUp,
  'new-records': newRecords,
  'ledger-latency': ledgerLatency,
};

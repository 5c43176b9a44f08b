import { configurationCases } from './configuration-cases.ts';
import type { ConformanceCase } from './conformance-case.ts';
import { entryCases } from './entry-cases.ts';
import { noteAndTaskCases } from './note-and-task-cases.ts';
import { queryCases } from './query-cases.ts';
import { recordCases } from './record-cases.ts';
import { valueCases } from './value-cases.ts';
import { webhookCases } from './webhook-cases.ts';

/** Everything the sandbox and the real service are held to alike. */
export const cases: readonly ConformanceCase[] = [
  ...configurationCases,
  ...recordCases,
  ...valueCases,
  ...queryCases,
  ...entryCases,
  ...noteAndTaskCases,
  ...webhookCases,
];

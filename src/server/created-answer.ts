import { judgeValues } from '../attributes/field-values.ts';
import { newRecordsIn } from '../attributes/record-reference/new-record-key.ts';
import type { DealRecord } from '../contract/submission.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import type { Ledger } from './ledger/ledger.ts';
import { keyOf, type SubmissionRow } from './ledger/submission-row.ts';
import { withMadeReferences } from './made-references.ts';
import { writeReceipt } from './receipt.ts';
import type { CreatedAnswer } from './submission-answer.ts';

/** A deal that Attio has, and whose words it is told in. */
export interface CreatedDeal {
  record: DealRecord;
  dealForm: WorkspaceDealForm;
  /** As judged. */
  values: Readonly<Record<string, unknown>>;
  locale: string;
  /** Of the records it refers to. */
  recordNames: Readonly<Record<string, string>>;
}

/** What is kept and answered of a created deal. */
export function createdAnswer({ record, dealForm, values, locale, recordNames }: CreatedDeal): CreatedAnswer {
  const { fields, members } = dealForm.form;
  return { record, receipt: writeReceipt(fields, values, record, { members, locale, recordNames }) };
}

/**
 * The values of a row in canonical form, with the ids of what was made for it; where the workspace's fields have changed too much since, as
 * they came, without those whose field is of another type by now: nobody can say them.
 */
export async function valuesOf(
  ledger: Ledger,
  row: SubmissionRow,
  { form: { fields, members } }: WorkspaceDealForm,
): Promise<Record<string, unknown>> {
  const values = JSON.parse(row.body) as Record<string, unknown>;
  const judged = judgeValues(fields, values, { members });
  const isForeign = (slug: string) =>
    !judged.ok && judged.errors.some(({ field, code }) => field === slug && code === 'wrong_type');
  const canonical = judged.ok ? judged.values : Object.fromEntries(Object.entries(values).filter(([slug]) => !isForeign(slug)));
  return newRecordsIn(canonical).length === 0 ? canonical : withMadeReferences(canonical, await ledger.newRecordsOf(keyOf(row)));
}

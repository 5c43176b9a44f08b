import { isNewReference } from '../attributes/record-reference/new-record.ts';
import { newRecordKey } from '../attributes/record-reference/new-record-key.ts';
import type { NewRecordRow } from './ledger/new-records.ts';

/** A deal's values with the ids of the records that have been made for it, or found, in the place of the new ones. */
export function withMadeReferences(
  values: Readonly<Record<string, unknown>>,
  steps: readonly NewRecordRow[],
): Record<string, unknown> {
  if (steps.length === 0) return { ...values };
  const made = (value: unknown): unknown => {
    if (!isNewReference(value)) return value;
    const id = steps.find(({ record_key }) => record_key === newRecordKey(value.new))?.record_id;
    return id ? { id, object: value.new.object } : value;
  };
  return Object.fromEntries(
    Object.entries(values).map(([slug, value]) => [slug, Array.isArray(value) ? distinct(value.map(made)) : made(value)]),
  );
}

/** Two new entries may turn out to be one record, or one that is chosen already. */
const distinct = (values: readonly unknown[]): unknown[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

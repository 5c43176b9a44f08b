import type { Sandbox } from '../sandbox.ts';
import type { Collection } from '../workspace/collection.ts';
import { presentValues } from './present-values.ts';
import type { StoredRecord } from './stored-record.ts';
import { activeValuesOf, type StoredValue } from './stored-value.ts';

/** The active values of each record as the API answers them: every attribute in column order, `[]` when empty. */
export function valuesBySlug(
  sandbox: Sandbox,
  collection: Collection,
  records: readonly StoredRecord[],
): Record<string, unknown>[] {
  const keys = records.map((record) => record.key);
  const values = new Map<string, StoredValue[]>();
  for (const value of activeValuesOf(sandbox.store, keys)) {
    const place = `${value.recordKey}/${value.attributeKey}`;
    const list = values.get(place);
    if (list) list.push(value);
    else values.set(place, [value]);
  }
  const attributes = sandbox.schema.attributes(collection).filter((attribute) => !attribute.isArchived);
  return records.map((record) =>
    Object.fromEntries(
      attributes.map((attribute) => {
        const held = values.get(`${record.key}/${attribute.key}`) ?? [];
        return [attribute.slug, presentValues(sandbox, record, attribute, held)];
      }),
    ),
  );
}

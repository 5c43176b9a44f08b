import { activeValuesOf } from '../records/stored-value.ts';
import type { Store } from '../storage/store.ts';
import type { Schema } from '../workspace/schema.ts';
import { type SearchEntry, searchEntry } from './search-entry.ts';

/** What a record as stored is found by, or undefined if there is no such record. */
export function storedSearchEntry(store: Store, schema: Schema, recordKey: number): SearchEntry | undefined {
  const row = store.get<{ object_key: number }>('SELECT object_key FROM records WHERE key = ?', recordKey);
  if (!row) return undefined;
  const attributes = new Map(
    schema.attributes(schema.objectByKey(row.object_key)).map((attribute) => [attribute.key, attribute]),
  );
  const values = activeValuesOf(store, [recordKey]);
  return searchEntry(
    row.object_key,
    values.map(({ attributeKey, fields }) => ({ attribute: attributes.get(attributeKey), fields })),
  );
}

import { storedForms } from '../records/stored-value.ts';
import type { Sandbox } from '../sandbox.ts';
import { type SearchEntry, searchEntry } from '../search/search-entry.ts';
import { valueTypes } from '../values/registry.ts';
import type { Fields } from '../values/value-type.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';

/** A record that is being loaded. */
type LoadedRecord = { key: number; at: string };

/**
 * Writes many records at once, as they are: nothing is judged, mirrored or linked. A few statements with many rows each take a
 * third of the time that a statement for every row does.
 */
export class RecordLoader {
  private readonly sandbox: Sandbox;
  private nextKey: number;
  private records: unknown[] = [];
  private values: unknown[] = [];
  private entries: { recordKey: number; entry: SearchEntry }[] = [];

  constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
    const last = sandbox.store.get<{ key: number | null }>('SELECT max(key) AS key FROM records');
    this.nextKey = (last?.key ?? 0) + 1;
  }

  /** Adds a record with the first value of each attribute it has, and its search entry. */
  add(object: WorkspaceObject, id: string, at: string, held: readonly { attribute: Attribute; fields: Fields }[]): LoadedRecord {
    const record = { key: this.nextKey, at };
    this.nextKey += 1;
    this.records.push([record.key, id, object.key, at]);
    for (const { attribute, fields } of held) this.addValue(record, attribute, 0, fields);
    this.entries.push({ recordKey: record.key, entry: searchEntry(object.key, held) });
    return record;
  }

  /** Adds one more value to a record, in this place among those of its attribute. */
  addValue({ key, at }: LoadedRecord, attribute: Attribute, position: number, values: Fields): void {
    const matchKey = valueTypes[attribute.type].key(values);
    const { fields, folded, foldedKey } = storedForms(attribute, matchKey, values);
    this.values.push([key, attribute.key, position, fields, folded, matchKey, foldedKey, Number(attribute.isUnique), at]);
  }

  /** Writes what was added. */
  flush(): void {
    const { store, search } = this.sandbox;
    store.run(
      `INSERT INTO records (key, record_id, object_key, created_at, actor_type, actor_id)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, 'system', NULL FROM json_each(?)`,
      JSON.stringify(this.records),
    );
    store.run(
      `INSERT INTO attribute_values
        (record_key, attribute_key, position, fields, folded, match_key, folded_key, is_unique, active_from, actor_type, actor_id)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
          'system', NULL FROM json_each(?)`,
      JSON.stringify(this.values),
    );
    search.load(this.entries);
    this.records = [];
    this.values = [];
    this.entries = [];
  }
}

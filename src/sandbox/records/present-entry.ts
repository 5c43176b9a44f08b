import type { Sandbox } from '../sandbox.ts';
import type { WorkspaceList } from '../workspace/workspace-list.ts';
import { entryIdOf } from './entry-id-of.ts';
import { type RecordRow, recordFromRow, type StoredRecord } from './stored-record.ts';
import { valuesBySlug } from './values-by-slug.ts';

/** Entries as the API answers them. */
export function presentEntries(sandbox: Sandbox, list: WorkspaceList, entries: readonly StoredRecord[]): unknown[] {
  const { store, schema } = sandbox;
  const values = valuesBySlug(sandbox, list, entries);
  const sql = 'SELECT * FROM records WHERE key IN (SELECT value FROM json_each(?))';
  const keys = JSON.stringify(entries.map((entry) => entry.parentKey));
  const parents = new Map(store.all<RecordRow>(sql, keys).map((row) => [row.key, recordFromRow(row)]));
  return entries.map((entry, index) => {
    const parent = entry.parentKey === null ? undefined : parents.get(entry.parentKey);
    if (!parent) throw new Error('An entry has lost its record');
    return {
      id: entryIdOf(sandbox, entry),
      parent_record_id: parent.id,
      parent_object: schema.objectByKey(parent.objectKey).slug,
      created_at: entry.createdAt,
      entry_values: values[index],
    };
  });
}

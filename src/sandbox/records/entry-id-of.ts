import type { Sandbox } from '../sandbox.ts';
import type { StoredRecord } from './stored-record.ts';

/** The three ids that name an entry: those of its workspace, its list and itself. */
export function entryIdOf({ workspace, schema }: Sandbox, entry: StoredRecord) {
  return { workspace_id: workspace.id, list_id: schema.listByKey(entry.objectKey).id, entry_id: entry.id };
}

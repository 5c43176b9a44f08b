import type { Sandbox } from '../sandbox.ts';
import type { StoredRecord } from './stored-record.ts';

/** The three ids that name a record: those of its workspace, its object and itself. */
export function recordIdOf({ workspace, schema }: Sandbox, record: StoredRecord) {
  return { workspace_id: workspace.id, object_id: schema.objectByKey(record.objectKey).id, record_id: record.id };
}

import type { Sandbox } from '../sandbox.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import { recordIdOf } from './record-id-of.ts';
import { recordPath } from './record-path.ts';
import type { StoredRecord } from './stored-record.ts';
import { valuesBySlug } from './values-by-slug.ts';

/** Records as the API answers them. */
export function presentRecords(sandbox: Sandbox, object: WorkspaceObject, records: readonly StoredRecord[]): unknown[] {
  const values = valuesBySlug(sandbox, object, records);
  return records.map((record, index) => ({
    id: recordIdOf(sandbox, record),
    created_at: record.createdAt,
    web_url: sandbox.webBase() + recordPath(sandbox.workspace.slug, object, record.id),
    values: values[index],
  }));
}

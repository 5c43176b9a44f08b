import type { Store } from '../storage/store.ts';
import type { Actor } from '../workspace/actor.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';

/** A record without its values. */
export type StoredRecord = { key: number; id: string; objectKey: number; createdAt: string; actor: Actor };

export type RecordRow = {
  key: number;
  record_id: string;
  object_key: number;
  created_at: string;
  actor_type: Actor['type'];
  actor_id: string | null;
};

export function recordFromRow(row: RecordRow): StoredRecord {
  return {
    key: row.key,
    id: row.record_id,
    objectKey: row.object_key,
    createdAt: row.created_at,
    actor: { type: row.actor_type, id: row.actor_id },
  };
}

/** The record with this id, of whatever object. */
export function recordById(store: Store, id: string): StoredRecord | undefined {
  const row = store.get<RecordRow>('SELECT * FROM records WHERE record_id = ?', id.toLowerCase());
  return row && recordFromRow(row);
}

/** The record with this id, if it is one of this object's. */
export function recordOf(store: Store, object: WorkspaceObject, id: string): StoredRecord | undefined {
  const record = recordById(store, id);
  return record?.objectKey === object.key ? record : undefined;
}

/** The records with these keys, in the order of the keys; those that are gone are left out. */
export function recordsByKeys(store: Store, keys: readonly number[]): StoredRecord[] {
  const sql = 'SELECT r.* FROM json_each(?) k CROSS JOIN records r ON r.key = k.value ORDER BY k.key';
  return store.all<RecordRow>(sql, JSON.stringify(keys)).map(recordFromRow);
}

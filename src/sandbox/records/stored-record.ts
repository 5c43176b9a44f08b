import type { Store } from '../storage/store.ts';
import type { Actor } from '../workspace/actor.ts';
import type { Collection } from '../workspace/collection.ts';

/** A record without its values: one of an object, or an entry of a list, which has a record for its parent. */
export type StoredRecord = {
  key: number;
  id: string;
  objectKey: number;
  parentKey: number | null;
  createdAt: string;
  actor: Actor;
};

export type RecordRow = {
  key: number;
  record_id: string;
  object_key: number;
  parent_key: number | null;
  created_at: string;
  actor_type: Actor['type'];
  actor_id: string | null;
};

export function recordFromRow(row: RecordRow): StoredRecord {
  return {
    key: row.key,
    id: row.record_id,
    objectKey: row.object_key,
    parentKey: row.parent_key,
    createdAt: row.created_at,
    actor: { type: row.actor_type, id: row.actor_id },
  };
}

/** The record with this id, of whatever object or list. */
export function recordById(store: Store, id: string): StoredRecord | undefined {
  const row = store.get<RecordRow>('SELECT * FROM records WHERE record_id = ?', id.toLowerCase());
  return row && recordFromRow(row);
}

/** The record a key stands for; keys come from other rows, so it is there. */
export function recordByKey(store: Store, key: number): StoredRecord {
  const row = store.get<RecordRow>('SELECT * FROM records WHERE key = ?', key);
  if (!row) throw new Error(`No record has key ${key}`);
  return recordFromRow(row);
}

/** The record with this id, if it is one of this object or list. */
export function recordOf(store: Store, collection: Collection, id: string): StoredRecord | undefined {
  const record = recordById(store, id);
  return record?.objectKey === collection.key ? record : undefined;
}

/** The records with these keys, in the order of the keys; those that are gone are left out. */
export function recordsByKeys(store: Store, keys: readonly number[]): StoredRecord[] {
  const sql = 'SELECT r.* FROM json_each(?) k CROSS JOIN records r ON r.key = k.value ORDER BY k.key';
  return store.all<RecordRow>(sql, JSON.stringify(keys)).map(recordFromRow);
}

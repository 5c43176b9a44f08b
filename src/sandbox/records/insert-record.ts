import type { Store } from '../storage/store.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import type { StoredRecord } from './stored-record.ts';
import type { Write } from './stored-value.ts';

/** Puts a record without values into the database; nothing is judged here. */
export function insertRecord(store: Store, object: WorkspaceObject, id: string, { actor, at }: Write): StoredRecord {
  const { key } = store.run(
    'INSERT INTO records (record_id, object_key, created_at, actor_type, actor_id) VALUES (?, ?, ?, ?, ?)',
    id,
    object.key,
    at,
    actor.type,
    actor.id,
  );
  return { key, id, objectKey: object.key, createdAt: at, actor };
}

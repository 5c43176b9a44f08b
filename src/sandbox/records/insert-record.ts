import type { Store } from '../storage/store.ts';
import type { Collection } from '../workspace/collection.ts';
import type { StoredRecord } from './stored-record.ts';
import type { Write } from './stored-value.ts';

/** Puts a record without values into the database, or an entry with its parent; nothing is judged here. */
export function insertRecord(
  store: Store,
  collection: Collection,
  id: string,
  { actor, at }: Write,
  parent?: StoredRecord,
): StoredRecord {
  const { key } = store.run(
    'INSERT INTO records (record_id, object_key, parent_key, created_at, actor_type, actor_id) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    collection.key,
    parent?.key ?? null,
    at,
    actor.type,
    actor.id,
  );
  return { key, id, objectKey: collection.key, parentKey: parent?.key ?? null, createdAt: at, actor };
}

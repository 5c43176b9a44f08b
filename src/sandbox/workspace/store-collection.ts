import { randomUUID } from 'node:crypto';
import type { Store } from '../storage/store.ts';
import type { Collection } from './collection.ts';

/** Makes the place for an object or a list among the workspace's collections and answers its key. */
export function insertCollection(
  store: Store,
  collection: Pick<Collection, 'kind' | 'slug' | 'createdAt'> & { id?: string | undefined },
): number {
  return store.run(
    'INSERT INTO collections (collection_id, kind, api_slug, created_at) VALUES (?, ?, ?, ?)',
    collection.id ?? randomUUID(),
    collection.kind,
    collection.slug,
    collection.createdAt,
  ).key;
}

/** Gives a collection another slug. */
export function changeSlug(store: Store, collection: Collection): void {
  store.run('UPDATE collections SET api_slug = ? WHERE key = ?', collection.slug, collection.key);
}

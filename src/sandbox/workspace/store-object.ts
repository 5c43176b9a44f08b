import { randomUUID } from 'node:crypto';
import type { Store } from '../storage/store.ts';
import { addAttribute } from './store-attribute.ts';
import type { WorkspaceObject } from './workspace-object.ts';

/** A new object: what must be said of it, and what may be. */
export type NewObject = Omit<WorkspaceObject, 'key' | 'id' | 'isEnabled'> & { id?: string };

/** Puts an object into the workspace, bare of attributes, and answers its key. Reload the schema afterwards. */
export function insertObject(store: Store, object: NewObject): number {
  return store.run(
    'INSERT INTO objects (object_id, api_slug, singular_noun, plural_noun, is_enabled, created_at) VALUES (?, ?, ?, ?, 1, ?)',
    object.id ?? randomUUID(),
    object.slug,
    object.singularNoun,
    object.pluralNoun,
    object.createdAt,
  ).key;
}

/** Switches an object on or off, as an admin does in the workspace settings. Reload the schema afterwards. */
export function enableObject(store: Store, object: WorkspaceObject, enabled: boolean): void {
  store.run('UPDATE objects SET is_enabled = ? WHERE key = ?', Number(enabled), object.key);
}

/** Makes a custom object with the attributes every object has, and a name (assumed, as Attio's interface makes one). */
export function addObject(store: Store, object: NewObject): void {
  store.transaction(() => {
    const own = { objectKey: insertObject(store, object), createdAt: object.createdAt };
    const system = { ...own, isSystem: true, isWritable: false };
    addAttribute(store, { ...system, slug: 'record_id', title: 'Record ID', type: 'text', isUnique: true });
    addAttribute(store, { ...own, slug: 'name', title: 'Name', type: 'text' });
    addAttribute(store, { ...system, slug: 'created_at', title: 'Created at', type: 'timestamp' });
    addAttribute(store, { ...system, slug: 'created_by', title: 'Created by', type: 'actor-reference' });
  });
}

import type { Store } from '../storage/store.ts';
import { addAttribute } from './store-attribute.ts';
import { changeSlug, insertCollection } from './store-collection.ts';
import type { WorkspaceObject } from './workspace-object.ts';

/** A new object: what must be said of it, and what may be. */
export type NewObject = Omit<WorkspaceObject, 'kind' | 'key' | 'id' | 'isEnabled'> & { id?: string };

/** Puts an object into the workspace, bare of attributes, and answers its key. Reload the schema afterwards. */
export function insertObject(store: Store, object: NewObject): number {
  const key = insertCollection(store, { ...object, kind: 'object' });
  const sql = 'INSERT INTO objects (key, singular_noun, plural_noun, is_enabled) VALUES (?, ?, ?, 1)';
  store.run(sql, key, object.singularNoun, object.pluralNoun);
  return key;
}

/** Stores what may be changed of an object. Reload the schema afterwards. */
export function changeObject(store: Store, before: WorkspaceObject, object: WorkspaceObject): void {
  store.transaction(() => {
    changeSlug(store, object);
    const sql = 'UPDATE objects SET singular_noun = ?, plural_noun = ? WHERE key = ?';
    store.run(sql, object.singularNoun, object.pluralNoun, object.key);
    if (object.slug === before.slug) return;
    // References name their object by its slug.
    store.run(
      `UPDATE attribute_values SET folded = NULL, fields = json_set(fields, '$.target_object', ?)
        WHERE attribute_key IN (SELECT key FROM attributes WHERE type = 'record-reference')
        AND json_extract(fields, '$.target_object') = ?`,
      object.slug,
      before.slug,
    );
  });
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

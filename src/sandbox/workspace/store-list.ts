import { randomUUID } from 'node:crypto';
import type { Store } from '../storage/store.ts';
import { addAttribute } from './store-attribute.ts';
import { changeSlug, insertCollection } from './store-collection.ts';
import type { WorkspaceList } from './workspace-list.ts';

const OF_EVERY_LIST = [
  { slug: 'entry_id', title: 'Entry ID', type: 'text', isUnique: true },
  { slug: 'created_at', title: 'Created at', type: 'timestamp' },
  { slug: 'created_by', title: 'Created by', type: 'actor-reference' },
] as const;

/** A new list, all of which must be said. */
export type NewList = Omit<WorkspaceList, 'kind' | 'key'>;

/** Makes a list with the attributes every list has, and answers its key. Reload the schema afterwards. */
export function addList(store: Store, list: NewList, attributeId: (slug: string) => string = () => randomUUID()): number {
  return store.transaction(() => {
    const key = insertCollection(store, { ...list, kind: 'list' });
    store.run(
      `INSERT INTO lists (key, name, parent_key, workspace_access, member_access, actor_type, actor_id)
        VALUES (?, ?, ?, ?, ?, ?, ?)`,
      key,
      list.name,
      list.parentKey,
      list.workspaceAccess,
      JSON.stringify(list.memberAccess),
      list.actor.type,
      list.actor.id,
    );
    const system = { objectKey: key, createdAt: list.createdAt, isSystem: true, isWritable: false };
    for (const attribute of OF_EVERY_LIST) addAttribute(store, { ...system, ...attribute, id: attributeId(attribute.slug) });
    return key;
  });
}

/** Stores what may be changed of a list. Reload the schema afterwards. */
export function changeList(store: Store, list: WorkspaceList): void {
  store.transaction(() => {
    changeSlug(store, list);
    store.run(
      'UPDATE lists SET name = ?, workspace_access = ?, member_access = ? WHERE key = ?',
      list.name,
      list.workspaceAccess,
      JSON.stringify(list.memberAccess),
      list.key,
    );
  });
}

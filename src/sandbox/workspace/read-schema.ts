import type { Store } from '../storage/store.ts';
import type { Actor } from './actor.ts';
import type { Attribute, AttributeType } from './attribute.ts';
import type { Choice } from './choice.ts';
import type { AccessLevel, WorkspaceList } from './workspace-list.ts';
import type { WorkspaceObject } from './workspace-object.ts';

/** What the workspace is called, and its part of every address. */
export type Workspace = { id: string; name: string; slug: string };

type CollectionRow = { key: number; collection_id: string; api_slug: string; created_at: string };

type ObjectRow = CollectionRow & { singular_noun: string; plural_noun: string; is_enabled: number };

type ListRow = CollectionRow & {
  name: string;
  parent_key: number;
  workspace_access: AccessLevel | null;
  member_access: string;
  actor_type: Actor['type'];
  actor_id: string | null;
};

type AttributeRow = {
  key: number;
  attribute_id: string;
  object_key: number;
  api_slug: string;
  title: string;
  description: string | null;
  type: AttributeType;
  is_system: number;
  is_writable: number;
  is_required: number;
  is_unique: number;
  is_multiselect: number;
  is_archived: number;
  default_value: string | null;
  relationship_id: string | null;
  currency_code: string | null;
  display_type: string | null;
  allowed_object_ids: string | null;
  created_at: string;
};

type ChoiceRow = {
  choice_id: string;
  attribute_key: number;
  title: string;
  is_archived: number;
  target_time_in_status: string | null;
  celebration_enabled: number;
};

/** The workspace as stored; there is none before the seed. */
export function readWorkspace(store: Store): Workspace | undefined {
  const row = store.get<{ workspace_id: string; name: string; slug: string }>('SELECT workspace_id, name, slug FROM workspace');
  return row && { id: row.workspace_id, name: row.name, slug: row.slug };
}

/** The objects as stored, oldest first. */
export function readObjects(store: Store): WorkspaceObject[] {
  return store.all<ObjectRow>('SELECT * FROM collections JOIN objects USING (key) ORDER BY key').map((row) => ({
    kind: 'object',
    key: row.key,
    id: row.collection_id,
    slug: row.api_slug,
    singularNoun: row.singular_noun,
    pluralNoun: row.plural_noun,
    isEnabled: row.is_enabled === 1,
    createdAt: row.created_at,
  }));
}

/** The lists as stored, oldest first. */
export function readLists(store: Store): WorkspaceList[] {
  return store.all<ListRow>('SELECT * FROM collections JOIN lists USING (key) ORDER BY key').map((row) => ({
    kind: 'list',
    key: row.key,
    id: row.collection_id,
    slug: row.api_slug,
    name: row.name,
    parentKey: row.parent_key,
    workspaceAccess: row.workspace_access,
    memberAccess: JSON.parse(row.member_access) as WorkspaceList['memberAccess'],
    createdAt: row.created_at,
    actor: { type: row.actor_type, id: row.actor_id },
  }));
}

/** The attributes of all collections as stored, in column order. */
export function readAttributes(store: Store): Attribute[] {
  return store.all<AttributeRow>('SELECT * FROM attributes ORDER BY key').map((row) => ({
    key: row.key,
    id: row.attribute_id,
    objectKey: row.object_key,
    slug: row.api_slug,
    title: row.title,
    description: row.description,
    type: row.type,
    isSystem: row.is_system === 1,
    isWritable: row.is_writable === 1,
    isRequired: row.is_required === 1,
    isUnique: row.is_unique === 1,
    isMultiselect: row.is_multiselect === 1,
    isArchived: row.is_archived === 1,
    defaultValue: row.default_value === null ? null : (JSON.parse(row.default_value) as unknown),
    relationshipId: row.relationship_id,
    currencyCode: row.currency_code,
    displayType: row.display_type,
    allowedObjectIds: row.allowed_object_ids === null ? null : (JSON.parse(row.allowed_object_ids) as string[]),
    createdAt: row.created_at,
  }));
}

/** The options and statuses of all attributes as stored, in their own order. */
export function readChoices(store: Store): Choice[] {
  return store.all<ChoiceRow>('SELECT * FROM choices ORDER BY key').map((row) => ({
    id: row.choice_id,
    attributeKey: row.attribute_key,
    title: row.title,
    isArchived: row.is_archived === 1,
    targetTimeInStatus: row.target_time_in_status,
    celebrationEnabled: row.celebration_enabled === 1,
  }));
}

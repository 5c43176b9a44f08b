import { randomUUID } from 'node:crypto';
import type { Store } from '../storage/store.ts';
import type { Attribute } from './attribute.ts';

/** A new attribute: what must be said of it, and what may be. */
export type NewAttribute = Pick<Attribute, 'objectKey' | 'slug' | 'title' | 'type' | 'createdAt'> & Partial<Attribute>;

/** Puts an attribute after the object's others and answers its id. Reload the schema afterwards. */
export function addAttribute(store: Store, attribute: NewAttribute): string {
  const id = attribute.id ?? randomUUID();
  store.run(
    `INSERT INTO attributes
      (attribute_id, object_key, api_slug, title, description, type, is_system, is_writable, is_required, is_unique,
       is_multiselect, default_value, relationship_id, currency_code, display_type, allowed_object_ids, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    attribute.objectKey,
    attribute.slug,
    attribute.title,
    attribute.description ?? null,
    attribute.type,
    Number(attribute.isSystem ?? false),
    Number(attribute.isWritable ?? true),
    Number(attribute.isRequired ?? false),
    Number(attribute.isUnique ?? false),
    Number(attribute.isMultiselect ?? false),
    json(attribute.defaultValue),
    attribute.relationshipId ?? null,
    attribute.currencyCode ?? null,
    attribute.displayType ?? null,
    json(attribute.allowedObjectIds),
    attribute.createdAt,
  );
  return id;
}

/** Stores what may be changed of an attribute. Reload the schema afterwards. */
export function changeAttribute(store: Store, attribute: Attribute): void {
  store.run(
    `UPDATE attributes SET title = ?, description = ?, api_slug = ?, is_required = ?, is_unique = ?, is_archived = ?,
       default_value = ?, currency_code = ?, display_type = ?, allowed_object_ids = ? WHERE key = ?`,
    attribute.title,
    attribute.description,
    attribute.slug,
    Number(attribute.isRequired),
    Number(attribute.isUnique),
    Number(attribute.isArchived),
    json(attribute.defaultValue),
    attribute.currencyCode,
    attribute.displayType,
    json(attribute.allowedObjectIds),
    attribute.key,
  );
}

function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

import type { Store } from '../storage/store.ts';
import type { Attribute } from './attribute.ts';
import { type NewAttribute, wholeAttribute } from './whole-attribute.ts';

/** Puts an attribute after the others of its object or list and answers its id. Reload the schema afterwards. */
export function addAttribute(store: Store, said: NewAttribute): string {
  const attribute = wholeAttribute(said);
  store.run(
    `INSERT INTO attributes
      (attribute_id, object_key, api_slug, title, description, type, is_system, is_writable, is_required, is_unique,
       is_multiselect, default_value, relationship_id, currency_code, display_type, allowed_object_ids, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    attribute.id,
    attribute.objectKey,
    attribute.slug,
    attribute.title,
    attribute.description,
    attribute.type,
    Number(attribute.isSystem),
    Number(attribute.isWritable),
    Number(attribute.isRequired),
    Number(attribute.isUnique),
    Number(attribute.isMultiselect),
    json(attribute.defaultValue),
    attribute.relationshipId,
    attribute.currencyCode,
    attribute.displayType,
    json(attribute.allowedObjectIds),
    attribute.createdAt,
  );
  return attribute.id;
}

/** Stores what may be changed of an attribute, in one transaction of the caller's. Reload the schema afterwards. */
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
  store.run('UPDATE attribute_values SET is_unique = ? WHERE attribute_key = ?', Number(attribute.isUnique), attribute.key);
}

/** Whether no two records hold the same value of an attribute now. */
export function isUniqueSoFar(store: Store, attribute: Attribute): boolean {
  const sql = `SELECT 1 FROM attribute_values WHERE attribute_key = ? AND active_until IS NULL
    GROUP BY match_key HAVING count(*) > 1 LIMIT 1`;
  return store.get(sql, attribute.key) === undefined;
}

function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

import { isSystemValue } from '../records/system-value.ts';
import type { Attribute } from '../workspace/attribute.ts';
import { PARENT_RECORD } from '../workspace/parent-record.ts';
import type { Condition } from './condition.ts';

// Where a system attribute's fields stand in the table of records.
const SYSTEM_COLUMNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  record_id: { value: 's.record_id' },
  entry_id: { value: 's.record_id' },
  created_at: { value: 's.created_at' },
  created_by: { referenced_actor_type: 's.actor_type', referenced_actor_id: 's.actor_id' },
  [PARENT_RECORD]: {
    target_record_id: '(SELECT p.record_id FROM records p WHERE p.key = s.parent_key)',
    target_object: '(SELECT c.api_slug FROM records p JOIN collections c ON c.key = p.object_key WHERE p.key = s.parent_key)',
  },
};

/** The SQL of one field of an attribute's value, within `recordsWith`. */
export function fieldExpression(attribute: Attribute, field: string): string {
  if (isSystemValue(attribute)) return SYSTEM_COLUMNS[attribute.slug]?.[field] ?? 'NULL';
  return `json_extract(v.fields, '$.${field}')`;
}

/** The same in lower case, for the operators that ignore case. */
export function foldedExpression(attribute: Attribute, field: string): string {
  if (isSystemValue(attribute)) return `lower(${fieldExpression(attribute, field)})`;
  return `json_extract(coalesce(v.folded, v.fields), '$.${field}')`;
}

/** Since when a value has been active. */
export function activeFromExpression(attribute: Attribute): string {
  return isSystemValue(attribute) ? 's.created_at' : 'v.active_from';
}

/** Whether a reference leads to one of the records whose keys some SQL selects, within `recordsWith`. */
export function leadsTo(attribute: Attribute, recordKeys: string): string {
  if (isSystemValue(attribute)) return `s.parent_key IN (${recordKeys})`;
  return `v.match_key IN (SELECT t.record_id FROM records t WHERE t.key IN (${recordKeys}))`;
}

/** Values that have a folded key, by their index, which is narrow and in the order of the keys. */
export const BY_FOLDED_KEY = 'attribute_values v INDEXED BY values_by_folded WHERE v.folded_key IS NOT NULL';

/** The keys of the records with an active value of the attribute that meets a condition. */
export function recordsWith(attribute: Attribute, condition: Condition): Condition {
  const { sql, parameters, readsFoldedKeys } = condition;
  if (isSystemValue(attribute)) {
    // An id is found by its own index, which the plus leaves as the only one.
    const objectKey = attribute.slug === 'record_id' ? '+s.object_key' : 's.object_key';
    return {
      sql: `SELECT s.key FROM records s WHERE ${objectKey} = ? AND ${sql}`,
      parameters: [attribute.objectKey, ...parameters],
    };
  }
  const values = readsFoldedKeys ? `${BY_FOLDED_KEY} AND` : 'attribute_values v WHERE';
  return {
    sql: `SELECT v.record_key FROM ${values} v.attribute_key = ? AND v.active_until IS NULL AND ${sql}`,
    parameters: [attribute.key, ...parameters],
  };
}

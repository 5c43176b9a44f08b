import { readFieldValue, sameFieldValue } from '../attributes/field-values.ts';
import { valueAt } from '../attributes/value-at.ts';
import type { Field } from '../contract/deal-form.ts';
import type { DealRecord } from '../contract/submission.ts';
import { canonicalName } from './submission-marker.ts';

/** What tells deals apart, as far as everybody enters it. */
const telling = ['name', 'owner', 'value'];

/**
 * How near a deal in Attio is to what was sent. `same`: in every field. `edited`: in name, owner and value, though not in all of
 * the rest, as when somebody or an automation has changed it since. `akin`: in the name, or in owner and value.
 */
export type Likeness = 'same' | 'edited' | 'akin' | 'other';

/** Compares a deal with values that were sent; both are ours, in canonical form. */
export function likenessOf(record: DealRecord, values: Readonly<Record<string, unknown>>, fields: readonly Field[]): Likeness {
  const isSame = (field: Field): boolean => {
    const stored = readFieldValue(field, valueAt(record.values, field.slug));
    const sent = valueAt(values, field.slug);
    // What was left out, Attio fills in by itself where the attribute has a default.
    if (sent === undefined) {
      const isDefault = field.dynamic_default !== undefined || (field.default !== null && sameFieldValue(stored, field.default));
      return stored === undefined || isDefault;
    }
    if (field.slug === 'name') return canonicalName(sent) === canonicalName(stored);
    return sameFieldValue(withoutObject(sent), withoutObject(stored));
  };
  const same = new Set(fields.filter(isSame).map(({ slug }) => slug));
  // A checkbox that was left out is stored as "no" by some workspaces, and empty by others.
  const differs = fields.filter(
    (field) => !same.has(field.slug) && !(field.type === 'checkbox' && valueAt(values, field.slug) === undefined),
  );
  if (differs.length === 0) return 'same';
  if (telling.every((slug) => !fields.some((field) => field.slug === slug) || same.has(slug))) return 'edited';
  const isOwnersAmount = same.has('owner') && same.has('value') && values['value'] !== undefined;
  return same.has('name') || isOwnersAmount ? 'akin' : 'other';
}

/** References by record id alone: an id is one record's, and the object may be spelled by slug or by id. */
function withoutObject(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutObject);
  if (typeof value === 'object' && value !== null && 'id' in value) return value.id;
  return value;
}

/** Who created a record, as `type:id`; null when it does not say. */
export function creatorOf(record: DealRecord): string | null {
  const [creator] = record.values['created_by'] ?? [];
  const type = creator?.['referenced_actor_type'];
  return typeof type === 'string' ? `${type}:${String(creator?.['referenced_actor_id'] ?? '')}` : null;
}

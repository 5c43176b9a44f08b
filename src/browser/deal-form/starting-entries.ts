import { entriesByType } from '../../attributes/entries-by-type.ts';
import { halfTyped } from '../../attributes/half-typed.ts';
import type { PickedEntry } from '../../attributes/picked-entry.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import type { Entries } from './draft-store.ts';

/** The entry a field starts with: the workspace's default; me as the owner; the first stage, as in Attio's own board. */
function startingEntry(field: Field, form: DealForm): unknown {
  const kind = entriesByType[field.type];
  if (field.default !== null) return kind.from(field.default, field);
  if (field.type === 'status' && field.required) return field.statuses?.[0]?.id ?? kind.blank(field);
  if (field.slug === 'owner' && field.type === 'actor-reference') return ownerEntry(form);
  return kind.blank(field);
}

function ownerEntry({ members, me }: DealForm): PickedEntry {
  const member = members.find(({ id, suspended }) => id === me && !suspended);
  return { picked: member ? [{ id: member.id, name: member.name, details: [member.email_address] }] : [], text: '' };
}

/** What a new deal's form holds before anybody touches it. */
export const startingEntries = (form: DealForm): Entries =>
  Object.fromEntries(form.fields.map((field) => [field.slug, startingEntry(field, form)]));

/** Entries of a draft as far as they still fit the fields: one of another kind (the attribute changed) starts anew. */
export function fittingEntries(entries: Entries, form: DealForm): Entries {
  const starting = startingEntries(form);
  for (const slug of Object.keys(starting)) {
    const saved = entries[slug];
    // Half a date is in no draft: only the input that it was typed into could show it.
    if (saved !== undefined && saved !== halfTyped && sameKind(saved, starting[slug])) starting[slug] = saved;
  }
  return starting;
}

/** Whether two entries of one field are the same. */
export const isSameEntry = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function sameKind(saved: unknown, starting: unknown): boolean {
  if (starting === null || typeof starting === 'boolean') return saved === null || typeof saved === 'boolean';
  if (typeof starting === 'string') return typeof saved === 'string';
  return (
    typeof saved === 'object' &&
    saved !== null &&
    'picked' in saved &&
    Array.isArray(saved.picked) &&
    'text' in saved &&
    typeof saved.text === 'string'
  );
}

import type { Field, Member } from '../contract/deal-form.ts';
import type { Picked, PickedEntry } from './picked-entry.ts';
import type { RecordReference } from './record-reference/record-reference-forms.ts';
import { startsByType } from './starts-by-type.ts';

/**
 * The entry that shows what a rule fills in; null when it cannot be: its choice is archived, its member left, or the attribute is
 * of another type now.
 */
export function filledEntry(field: Field, value: unknown, members: readonly Member[]): unknown {
  if (field.type === 'actor-reference') return memberEntry(value, members);
  const ids = [value].flat();
  if (field.type === 'record-reference') return recordsEntry(ids as (Partial<RecordReference> | null)[], field);
  const choices = field.statuses ?? field.options;
  if (choices && !ids.every((id) => choices.some((choice) => choice.id === id))) return null;
  const entry = startsByType[field.type].from(value, field);
  return JSON.stringify(entry) === JSON.stringify(startsByType[field.type].blank(field)) ? null : entry;
}

/** Those of the records that are there: one that is gone, or may not be seen, has no name, and would only be refused. */
function recordsEntry(given: readonly (Partial<RecordReference> | null)[], { default_names: names = {} }: Field) {
  const picked = given.flatMap((one): Picked[] => {
    const { id = '', object } = one ?? {};
    const name = Object.hasOwn(names, id) ? names[id] : undefined;
    return name === undefined ? [] : [{ id, name, ...(object !== undefined && { object }) }];
  });
  return picked.length > 0 ? { picked, text: '' } : null;
}

function memberEntry(value: unknown, members: readonly Member[]): PickedEntry | null {
  const ids = [value].flat();
  const active = members.filter(({ id, suspended }) => !suspended && ids.includes(id));
  if (active.length < ids.length) return null;
  return { picked: active.map(({ id, name, email_address }) => ({ id, name, details: [email_address] })), text: '' };
}

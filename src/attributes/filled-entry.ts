import type { Field, Member } from '../contract/deal-form.ts';

import type { PickedEntry } from './picked-entry.ts';
import { startsByType } from './starts-by-type.ts';

/**
 * The entry that shows what a rule fills in; null when it cannot be: its choice is archived, its member left, or the attribute is
 * of another type now.
 */
export function filledEntry(field: Field, value: unknown, members: readonly Member[]): unknown {
  if (field.type === 'actor-reference') return memberEntry(value, members);
  const choices = field.statuses ?? field.options;
  const ids = Array.isArray(value) ? value : [value];
  if (choices && !ids.every((id) => choices.some((choice) => choice.id === id))) return null;
  const entry = startsByType[field.type].from(value, field);
  return JSON.stringify(entry) === JSON.stringify(startsByType[field.type].blank(field)) ? null : entry;
}

function memberEntry(value: unknown, members: readonly Member[]): PickedEntry | null {
  const ids = Array.isArray(value) ? value : [value];
  const active = members.filter(({ id, suspended }) => !suspended && ids.includes(id));
  if (active.length < ids.length) return null;
  return { picked: active.map(({ id, name, email_address }) => ({ id, name, details: [email_address] })), text: '' };
}

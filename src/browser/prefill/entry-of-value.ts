import { choicesOf } from '../../attributes/choice-entry.ts';
import { isPicked, type Picked } from '../../attributes/picked-entry.ts';
import type { RecordReference } from '../../attributes/record-reference/record-reference-forms.ts';
import { startsByType } from '../../attributes/starts-by-type.ts';
import type { Field, Member } from '../../contract/deal-form.ts';
import { isBlank } from '../deal-form/entry-words.ts';

/** What an entry needs beside the value: who and what its ids are. */
interface Named {
  members: readonly Member[];
  /** Of records, by id; one that is gone is absent. */
  names: Readonly<Record<string, string>>;
}

/**
 * The entry that shows a value which was sent once, as far as the field still takes it. `isWhole` is false when something of it is
 * gone: an archived choice, a member who left, a deleted record, or all of it because the attribute is of another type now.
 */
export function entryOfValue(field: Field, value: unknown, { members, names }: Named): { entry: unknown; isWhole: boolean } {
  const { from, blank } = startsByType[field.type];
  const given = [value].flat();
  const picked = (chips: Picked[]) => ({
    entry: { picked: field.multi ? chips : chips.slice(0, 1), text: '' },
    isWhole: chips.length === given.length && (field.multi || chips.length < 2),
  });
  switch (field.type) {
    case 'actor-reference': {
      const active = given.flatMap((one) => members.find(({ id, suspended }) => id === one && !suspended) ?? []);
      return picked(active.map(({ id, name, email_address }) => ({ id, name, details: [email_address] })));
    }
    case 'record-reference':
      return picked(given.flatMap((one) => chipOf(one, names) ?? []));
    case 'status':
    case 'select': {
      const open = given.filter((one) => choicesOf(field).some(({ id }) => id === one));
      const entry = open.length === 0 ? blank(field) : from(field.multi ? open : open[0], field);
      const kept = isPicked(entry) ? entry.picked.length : Number(!isBlank(field, entry));
      return { entry, isWhole: kept === given.length };
    }
    default: {
      const entry = from(value, field);
      return { entry, isWhole: !isBlank(field, entry) };
    }
  }
}

function chipOf(value: unknown, names: Readonly<Record<string, string>>): Picked | null {
  const { id = '', object } = ((typeof value === 'object' && value) || {}) as Partial<RecordReference>;
  const name = Object.hasOwn(names, id) ? names[id] : undefined;
  return name === undefined ? null : { id, name, ...(object !== undefined && { object }) };
}

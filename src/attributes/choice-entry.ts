import type { Choice, Field } from '../contract/deal-form.ts';
import { type AttributeEntry, nothing } from './attribute-entry.ts';
import { type PickedEntry, pickedText } from './picked-entry.ts';

/** More choices than this are typed for rather than looked through: a picker takes the place of the select. */
const mostInSelect = 12;

/** The choices of a status or select field that stand open now. */
export const choicesOf = ({ statuses, options }: Field): readonly Choice[] => statuses ?? options ?? [];

/** Whether a field of choices is a picker. */
export const isChoicePicker = (field: Field): boolean => field.multi || choicesOf(field).length > mostInSelect;

/** What is chosen in a select is its id; in a picker it is picked like a record. */
export const choiceEntry: AttributeEntry<string | PickedEntry> = {
  blank: (field) => (isChoicePicker(field) ? { picked: [], text: '' } : ''),
  from(value, field) {
    const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
    if (!isChoicePicker(field)) return ids[0] ?? '';
    const picked = choicesOf(field).filter(({ id }) => ids.includes(id));
    return { picked: picked.map(({ id, title }) => ({ id, name: title })), text: '' };
  },
  read(entry, { multi }) {
    if (typeof entry === 'string') return entry === '' ? nothing : { ok: true, value: entry };
    const unpicked = pickedText(entry);
    if (unpicked) return unpicked;
    const ids = entry.picked.map(({ id }) => id);
    return ids.length === 0 ? nothing : { ok: true, value: multi ? ids : ids[0] };
  },
};

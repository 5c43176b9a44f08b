import { type AttributeEntry, nothing } from '../attribute-entry.ts';
import { type PickedEntry, pickedText } from '../picked-entry.ts';

/** Several options are picked like records; a single one is the chosen id. */
export const selectEntry: AttributeEntry<string | PickedEntry> = {
  blank: (field) => (field.multi ? { picked: [], text: '' } : ''),
  from(value, field) {
    const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
    if (!field.multi) return ids[0] ?? '';
    return {
      picked: (field.options ?? []).filter(({ id }) => ids.includes(id)).map(({ id, title }) => ({ id, name: title })),
      text: '',
    };
  },
  read(entry) {
    if (typeof entry === 'string') return entry === '' ? nothing : { ok: true, value: entry };
    return pickedText(entry) ?? (entry.picked.length === 0 ? nothing : { ok: true, value: entry.picked.map(({ id }) => id) });
  },
};

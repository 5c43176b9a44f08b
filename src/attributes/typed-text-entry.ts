import { type AttributeEntry, nothing } from './attribute-entry.ts';

/** An entry whose text is the value itself (a text, a date, the id of a chosen status); blank means none. */
export const typedTextEntry: AttributeEntry<string> = {
  blank: () => '',
  from: (value) => (typeof value === 'string' ? value : ''),
  read: (entry) => (entry.trim() === '' ? nothing : { ok: true, value: entry }),
};

import { type AttributeEntry, nothing } from '../attribute-entry.ts';

/** Null until touched: an untouched optional checkbox is not sent at all, an untouched required one is a plain "no". */
export const checkboxEntry: AttributeEntry<boolean | null> = {
  blank: () => null,
  from: (value) => (typeof value === 'boolean' ? value : null),
  read: (entry, field) => (entry === null && !field.required ? nothing : { ok: true, value: entry ?? false }),
};

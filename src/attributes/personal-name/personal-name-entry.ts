import { type AttributeEntry, nothing } from '../attribute-entry.ts';
import { type PartsEntry, partsOf } from '../parts-entry.ts';

/** The inputs of a name, in order. */
export const nameParts = ['first_name', 'last_name'] as const;

/** A first and a last name; the full one is both, in this order. */
export const personalNameEntry: AttributeEntry<PartsEntry> = {
  blank: () => partsOf(null, nameParts),
  from: (value) => partsOf(value, nameParts),
  read({ parts }) {
    const [first_name, last_name] = [parts['first_name']?.trim() ?? '', parts['last_name']?.trim() ?? ''];
    const full_name = [first_name, last_name].filter(Boolean).join(' ');
    return full_name === '' ? nothing : { ok: true, value: { first_name, last_name, full_name } };
  },
};

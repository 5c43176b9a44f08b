import type { EntryContext } from '../../attributes/attribute-entry.ts';
import { entriesByType } from '../../attributes/entries-by-type.ts';
import type { Field } from '../../contract/deal-form.ts';
import type { Entries } from './draft-store.ts';

/** The first required field in which nothing has been entered; undefined when the form is complete. */
export const firstMissing = (fields: readonly Field[], entries: Entries, context: EntryContext): Field | undefined =>
  fields.find((field) => {
    const entry = entries[field.slug];
    // A telephone number cannot be read before its plans are there, and is there when it was typed.
    if (!field.required || (field.type === 'phone-number' && entry)) return false;
    const reading = entriesByType[field.type].read(entry, field, context);
    return reading.ok && reading.value === undefined;
  });

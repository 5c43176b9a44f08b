import type { EntryContext } from '../../attributes/attribute-entry.ts';
import { entriesByType } from '../../attributes/entries-by-type.ts';
import type { Field } from '../../contract/deal-form.ts';
import type { Entries } from './draft-store.ts';

/** The first required field in which nothing has been entered; undefined when the form is complete. */
export const firstMissing = (fields: readonly Field[], entries: Entries, context: EntryContext): Field | undefined =>
  fields.find((field) => {
    const reading = field.required && entriesByType[field.type].read(entries[field.slug], field, context);
    return reading ? reading.ok && reading.value === undefined : false;
  });

import { startsByType } from '../../attributes/starts-by-type.ts';
import type { Field } from '../../contract/deal-form.ts';
import type { Entries } from './draft-store.ts';

/** Attio's own attributes and everything required stand open; the rest is folded. */
export const isFolded = (field: Field): boolean => !field.standard && !field.required;

/** Whether something stands in a folded field: then the fold is open from the start. */
export const hasFoldedContent = (fields: readonly Field[], entries: Entries): boolean =>
  fields.some((field) => {
    const blank = startsByType[field.type].blank(field);
    return isFolded(field) && JSON.stringify(entries[field.slug] ?? blank) !== JSON.stringify(blank);
  });

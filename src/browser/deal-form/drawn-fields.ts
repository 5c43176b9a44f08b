import { isStageField, type RuledFields } from '../../attributes/stage-rules.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import type { Entries } from './draft-store.ts';
import { type EntryWords, entryText, isBlank } from './entry-words.ts';
import { isSameEntry, startingEntries } from './starting-entries.ts';

/** A field as the form draws it. */
export interface DrawnField {
  field: Field;
  /** Whether it stands under *More fields*. */
  isFolded: boolean;
  /** Only of a field that a rule leaves out at this stage: what stands in it and is not sent, or nothing. */
  leftOut?: string;
}

/** Attio's own attributes, everything required and everything that a rule speaks of stand open; the rest is folded. */
const isFolded = (field: Field, { open }: RuledFields): boolean => !field.standard && !field.required && !open.has(field.slug);

/** Whether something stands in a folded field: then the fold is open from the start. */
export const hasFoldedContent = (ruled: RuledFields, entries: Entries): boolean =>
  ruled.taken.some((field) => isFolded(field, ruled) && !isBlank(field, entries[field.slug]));

/**
 * The fields that are drawn, in the order of the form. One that a stage leaves out keeps its place above the stage, so that nothing
 * moves under the hands of whoever chooses; below, it goes, unless something stands in it.
 */
export function drawnFields({ fields }: DealForm, ruled: RuledFields, entries: Entries): DrawnField[] {
  const taken = new Map(ruled.taken.map((field) => [field.slug, field]));
  const stageAt = fields.findIndex(isStageField);
  return fields.flatMap((field, index): DrawnField[] => {
    const asked = taken.get(field.slug);
    if (asked) return [{ field: asked, isFolded: isFolded(asked, ruled) }];
    const text = isBlank(field, entries[field.slug]) ? '' : entryText(field, entries[field.slug]);
    const keepsPlace = ruled.hidden.get(field.slug)?.atThisStage === true && index < stageAt;
    return keepsPlace || text !== '' ? [{ field, isFolded: false, leftOut: text }] : [];
  });
}

/** What the rep has entered into fields that the stage leaves out: it would be lost with the form. */
export function enteredButLeftOut(form: DealForm, ruled: RuledFields, entries: Entries): EntryWords[] {
  const starting = startingEntries(form);
  const lost = form.fields.filter((field) => {
    const entry = entries[field.slug];
    return ruled.hidden.has(field.slug) && !isBlank(field, entry) && !isSameEntry(entry, starting[field.slug]);
  });
  return lost.map((field) => ({ title: field.title, text: entryText(field, entries[field.slug]) }));
}

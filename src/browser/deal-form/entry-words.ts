import { isDatedText } from '../../attributes/date/dated-text.ts';
import { allParts, isParts } from '../../attributes/parts-entry.ts';
import { isPicked } from '../../attributes/picked-entry.ts';
import { startsByType } from '../../attributes/starts-by-type.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import { t } from '../../words/t.ts';
import type { Entries } from './draft-store.ts';
import { isSameEntry, startingEntries } from './starting-entries.ts';

/** What stands in a field, as a person reads it, and what the field is called. */
export interface EntryWords {
  /** Of the attribute; drafts of earlier releases have none. */
  id?: string;
  title: string;
  text: string;
  /** Of an amount: what it was meant in. */
  currency?: string;
}

/** Whether nothing stands in a field. */
export const isBlank = (field: Field, entry: unknown): boolean =>
  entry === undefined || isSameEntry(entry, startsByType[field.type].blank(field));

/** What stands in a field, as text that can be copied. */
export function entryText(field: Field, entry: unknown): string {
  if (typeof entry === 'boolean') return entry ? t('yes') : t('no');
  if (typeof entry === 'string')
    return [...(field.statuses ?? []), ...(field.options ?? [])].find(({ id }) => id === entry)?.title ?? entry;
  const texts = isPicked(entry)
    ? [...entry.picked.map(({ name }) => name), entry.text]
    : isParts(entry)
      ? allParts(entry).flatMap((parts) => Object.values(parts))
      : isDatedText(entry)
        ? [entry.text]
        : [];
  return texts.filter((part) => part.trim() !== '').join(', ');
}

/** By slug, what the rep has entered, in words: when a field is gone, only these can tell what stood in it. */
export function enteredWords(form: DealForm, entries: Entries): Record<string, EntryWords> {
  const starting = startingEntries(form);
  const entered = form.fields.filter((field) => {
    const entry = entries[field.slug];
    return !isBlank(field, entry) && !isSameEntry(entry, starting[field.slug]);
  });
  return Object.fromEntries(
    entered.map((field) => {
      const currency = field.type === 'currency' && field.config.currency_code;
      const text = entryText(field, entries[field.slug]);
      return [field.slug, { id: field.id, title: field.title, text, ...(currency && { currency }) }];
    }),
  );
}

/** Those of the words that stand in no field of the form: their field is gone, or has become another. */
export const goneWords = (
  words: Readonly<Record<string, EntryWords>>,
  form: DealForm,
  entries: Entries,
): Record<string, EntryWords> =>
  Object.fromEntries(
    Object.entries(words).filter(([slug, { id }]) => {
      const field = form.fields.find((one) => one.id === id) ?? form.fields.find((one) => one.slug === slug);
      return !field || isBlank(field, entries[field.slug]);
    }),
  );

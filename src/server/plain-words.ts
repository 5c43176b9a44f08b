import * as z from 'zod/mini';
import type { WordsContext } from '../attributes/attribute-forms.ts';
import { fieldValueWords } from '../attributes/field-values.ts';
import { formsByType } from '../attributes/forms-by-type.ts';
import { attributeTypes, type Field } from '../contract/deal-form.ts';

/** A value whose words depend on the language, as the ledger keeps it: one or several, in our own form. */
export const plainValueSchema = z.object({ type: z.enum(attributeTypes), value: z.unknown() });
export type PlainValue = z.infer<typeof plainValueSchema>;

/**
 * What the words of a field's value are said from in another language; undefined when they are the same in each. Names and titles
 * are kept as they are called now: of several only what parts them is another.
 */
export function plainValue(field: Field, value: unknown, context: WordsContext): PlainValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (formsByType[field.type].hasLocalWords) return { type: field.type, value };
  if (!Array.isArray(value) || value.length < 2) return undefined;
  return { type: 'text', value: value.map((one) => fieldValueWords(field, one, context)) };
}

/** The words of what was kept, in the language that is spoken now and its locale (BCP 47). */
export const plainWords = ({ type, value }: PlainValue, locale: string): string | null =>
  fieldValueWords({ type }, value, { locale, members: [], recordNames: {} });

import * as z from 'zod/mini';
import type { WordsContext } from '../attributes/attribute-forms.ts';
import { fieldValueWords, readFieldValue, sameFieldValue } from '../attributes/field-values.ts';
import { valueAt } from '../attributes/value-at.ts';
import type { Field } from '../contract/deal-form.ts';
import { type DealRecord, type ReceiptLine, receiptLineSchema } from '../contract/submission.ts';
import { type PlainValue, plainValue, plainValueSchema, plainWords } from './plain-words.ts';

/**
 * A line as the ledger keeps it: in the words of whoever sent the deal, and with the values that whoever reads it in another
 * language is told anew. Rows of earlier releases have the words alone, and their timestamps' `moments`.
 */
export const keptLineSchema = z.extend(receiptLineSchema, {
  plain: z.optional(z.object({ sent: z.optional(plainValueSchema), stored: z.optional(plainValueSchema) })),
});
export type KeptLine = z.infer<typeof keptLineSchema>;

/** What was sent against what Attio stored, for every field that has either, in the form's order. */
export function writeReceipt(
  fields: readonly Field[],
  sentValues: Readonly<Record<string, unknown>>,
  record: DealRecord,
  context: WordsContext,
): KeptLine[] {
  return fields.flatMap((field) => {
    const sent = valueAt(sentValues, field.slug) ?? undefined;
    const stored = readFieldValue(field, valueAt(record.values, field.slug));
    if (sent === undefined && stored === undefined) return [];
    const plain = { sent: plainValue(field, sent, context), stored: plainValue(field, stored, context) };
    return {
      field: field.slug,
      title: field.title,
      sent: fieldValueWords(field, sent, context),
      stored: fieldValueWords(field, stored, context),
      same: sameFieldValue(sent, stored),
      ...((plain.sent || plain.stored) && { plain }),
    };
  });
}

/** A kept receipt in the language that is spoken now and its locale (BCP 47). */
export function sayReceipt(kept: readonly KeptLine[], locale: string): ReceiptLine[] {
  return kept.map(({ plain, ...line }) => {
    if (!plain) return line;
    const moments = { sent: momentsIn(plain.sent), stored: momentsIn(plain.stored) };
    return {
      ...line,
      sent: plain.sent ? plainWords(plain.sent, locale) : line.sent,
      stored: plain.stored ? plainWords(plain.stored, locale) : line.stored,
      ...(moments.sent.length + moments.stored.length > 0 && { moments }),
    };
  });
}

const momentsIn = (plain: PlainValue | undefined): string[] =>
  plain?.type === 'timestamp' ? [plain.value].flat().filter((one) => typeof one === 'string') : [];

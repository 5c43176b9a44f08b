import type { WordsContext } from '../attributes/attribute-forms.ts';
import { fieldValueWords, readFieldValue, sameFieldValue } from '../attributes/field-values.ts';
import { valueAt } from '../attributes/value-at.ts';
import type { Field } from '../contract/deal-form.ts';
import type { DealRecord, ReceiptLine } from '../contract/submission.ts';

/** What was sent against what Attio stored, for every field that has either, in the form's order. */
export function writeReceipt(
  fields: readonly Field[],
  sentValues: Readonly<Record<string, unknown>>,
  record: DealRecord,
  context: WordsContext,
): ReceiptLine[] {
  return fields.flatMap((field) => {
    const sent = valueAt(sentValues, field.slug) ?? undefined;
    const stored = readFieldValue(field, valueAt(record.values, field.slug));
    if (sent === undefined && stored === undefined) return [];
    return {
      field: field.slug,
      title: field.title,
      sent: fieldValueWords(field, sent, context),
      stored: fieldValueWords(field, stored, context),
      same: sameFieldValue(sent, stored),
      ...(field.type === 'timestamp' && { moments: { sent: momentsIn(sent), stored: momentsIn(stored) } }),
    };
  });
}

const momentsIn = (value: unknown): string[] => [value ?? []].flat().filter((one) => typeof one === 'string');

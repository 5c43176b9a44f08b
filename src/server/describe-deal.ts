import { fieldValueWords, readFieldValue } from '../attributes/field-values.ts';
import { valueAt } from '../attributes/value-at.ts';
import type { DealRecord } from '../contract/submission.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import { type PlainValue, plainValue } from './plain-words.ts';

/** What tells a deal in Attio from others, for a person to look at. */
export interface DealDescription {
  record_id: string;
  name: string | null;
  web_url: string | null;
  created_at: string | null;
  /** Its value, stage and owner, in words. */
  details: string[];
}

/** Describes a deal in the words of a locale; `plain`: what its details are said from in another, null where they stay. */
export function describePlainly(
  record: DealRecord,
  { form: { fields, members } }: WorkspaceDealForm,
  locale: string,
): DealDescription & { plain: (PlainValue | null)[] } {
  const context = { locale, members, recordNames: {} };
  const told = (slug: string): { words: string; plain: PlainValue | null }[] => {
    const field = fields.find((one) => one.slug === slug);
    const value = field && readFieldValue(field, valueAt(record.values, slug));
    const words = field ? fieldValueWords(field, value, context) : null;
    return field && words ? [{ words, plain: plainValue(field, value, context) ?? null }] : [];
  };
  const details = ['value', 'stage', 'owner'].flatMap(told);
  return {
    record_id: record.id.record_id,
    name: told('name')[0]?.words ?? null,
    web_url: record.web_url ?? null,
    created_at: record.created_at ?? null,
    details: details.map(({ words }) => words),
    plain: details.map(({ plain }) => plain),
  };
}

/** Describes a deal in the words of a locale. */
export function describeDeal(record: DealRecord, dealForm: WorkspaceDealForm, locale: string): DealDescription {
  const { plain: _, ...description } = describePlainly(record, dealForm, locale);
  return description;
}

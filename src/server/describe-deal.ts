import { fieldValueWords, readFieldValue } from '../attributes/field-values.ts';
import { valueAt } from '../attributes/value-at.ts';
import type { DealRecord } from '../contract/submission.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';

/** What tells a deal in Attio from others, for a person to look at. */
export interface DealDescription {
  record_id: string;
  name: string | null;
  web_url: string | null;
  created_at: string | null;
  /** Its value, stage and owner, in words. */
  details: string[];
}

/** Describes a deal in the words of a locale. */
export function describeDeal(
  record: DealRecord,
  { form: { fields, members } }: WorkspaceDealForm,
  locale: string,
): DealDescription {
  const words = (slug: string) => {
    const field = fields.find((one) => one.slug === slug);
    const value = field && readFieldValue(field, valueAt(record.values, slug));
    return field ? fieldValueWords(field, value, { locale, members, recordNames: {} }) : null;
  };
  return {
    record_id: record.id.record_id,
    name: words('name'),
    web_url: record.web_url ?? null,
    created_at: record.created_at ?? null,
    details: ['value', 'stage', 'owner'].flatMap((slug) => words(slug) ?? []),
  };
}

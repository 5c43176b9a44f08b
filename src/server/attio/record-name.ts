import type { FoundRecord } from './query-records.ts';

/** The texts under one key of an attribute's values, in Attio's order. */
export const storedTexts = ({ values }: FoundRecord, slug: string, key: string): string[] =>
  (values[slug] ?? []).flatMap((value) => {
    const text = value[key];
    return typeof text === 'string' && text.trim() !== '' ? [text] : [];
  });

/** What a record is called: its name, else its first e-mail address or domain, else the head of its id. */
export function recordName(record: FoundRecord): string {
  const names = [
    ...storedTexts(record, 'name', 'full_name'),
    ...storedTexts(record, 'name', 'value'),
    ...storedTexts(record, 'email_addresses', 'email_address'),
    ...storedTexts(record, 'domains', 'domain'),
  ];
  return names[0] ?? record.id.slice(0, 8);
}

import { hostOf } from '../domain/host-name.ts';
import { emailAddress } from '../email-address/email-address.ts';
import { isNewReference, type NewRecord } from './new-record.ts';

/** What tells a new record from all others: its domain or e-mail address, with its object. */
export const newRecordKey = (record: NewRecord): string =>
  record.object === 'companies'
    ? `companies:${domainIn(record.domain) ?? record.domain}`
    : `people:${emailIn(record.email_address) ?? record.email_address}`;

/** The new records that a deal's values ask for, companies first, each once, with the fields that name them. */
export function newRecordsIn(values: Readonly<Record<string, unknown>>): { field: string; record: NewRecord }[] {
  const found = new Map<string, { field: string; record: NewRecord }>();
  for (const [field, value] of Object.entries(values)) {
    for (const one of [value].flat()) {
      if (isNewReference(one) && !found.has(newRecordKey(one.new))) found.set(newRecordKey(one.new), { field, record: one.new });
    }
  }
  const isPerson = ({ record }: { record: NewRecord }) => (record.object === 'people' ? 1 : 0);
  return [...found.values()].sort((one, other) => isPerson(one) - isPerson(other));
}

/** The first new record that is to be made under another name too, with the field that names it second; null when there is none. */
export function namedTwice(values: Readonly<Record<string, unknown>>): { field: string; names: [string, string] } | null {
  const names = new Map<string, string>();
  for (const [field, value] of Object.entries(values)) {
    for (const one of [value].flat()) {
      if (!isNewReference(one)) continue;
      const [key, name] = [newRecordKey(one.new), one.new.name.trim()];
      const earlier = names.get(key);
      if (earlier !== undefined && earlier !== name) return { field, names: [earlier, name] };
      names.set(key, name);
    }
  }
  return null;
}

/** The domain in what a person types or pastes for one (`https://www.acme.com/about` → `acme.com`); null when there is none. */
export const domainIn = (text: string): string | null =>
  /[\s@]/.test(text.trim()) ? null : (hostOf(text)?.replace(/^www\.(?=.*\.)/, '') ?? null);

/** An e-mail address as Attio keeps it; null when the text is none. */
export const emailIn = (text: string): string | null => emailAddress(text);

/** The address in `Bo Li <bo@acme.com>`, `Bo Li (bo@acme.com)` or alone; null when there is none. */
export const addressIn = (text: string): string | null =>
  emailIn(/[<(]([^<>()]+)[>)]\s*$/.exec(text)?.[1] ?? text.replace(/^mailto:/i, ''));

import type { Field } from '../../contract/deal-form.ts';
import { hostOf } from '../domain/host-name.ts';
import { emailAddress } from '../email-address/email-address.ts';

/**
 * A company or a person that is not in Attio yet: made when the deal is sent, unless one with its domain or e-mail address is
 * there by then. Both are unique in Attio, so nothing is made twice.
 */
export type NewRecord =
  | { object: 'companies'; name: string; domain: string }
  | { object: 'people'; name: string; email_address: string };

/** A reference to a record that is not there yet. */
export interface NewReference {
  new: NewRecord;
}

export const isNewReference = (value: unknown): value is NewReference =>
  typeof value === 'object' && value !== null && 'new' in value;

/** The objects of which a record can be made while a deal is entered. */
const isMakeable = (object: string | undefined): object is NewRecord['object'] => object === 'companies' || object === 'people';

/** Whether a field takes a record that is made with the deal, and of which object. */
export function makeableObject({ config: { target_objects: targets } }: Field): 'companies' | 'people' | null {
  const [only] = targets?.length === 1 ? targets : [];
  return isMakeable(only) ? only : null;
}

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

/** The domain in what a person types or pastes for one (`https://www.acme.com/about` → `acme.com`); null when there is none. */
export const domainIn = (text: string): string | null =>
  /[\s@]/.test(text.trim()) ? null : (hostOf(text)?.replace(/^www\.(?=.*\.)/, '') ?? null);

/** An e-mail address as Attio keeps it; null when the text is none. */
export const emailIn = (text: string): string | null => emailAddress(text);

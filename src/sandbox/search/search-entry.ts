import type { Fields } from '../values/value-type.ts';
import type { Attribute } from '../workspace/attribute.ts';
import { endings, searchWords } from './search-words.ts';

/** What a record is found by: the words of its name, and those of everything else. */
export type SearchEntry = { objectKey: number; names: string[]; others: string[] };

// Names, domains, e-mail addresses, phone numbers and social handles of people and companies, labels of everything else
// (docs.attio.com/rest-api/endpoint-reference/records/search-records). Custom text attributes are not searched.
const SOCIAL = ['angellist', 'facebook', 'instagram', 'linkedin', 'twitter'];
const SEARCHED = ['email_addresses', 'domains', 'phone_numbers', ...SOCIAL];

/** Makes a record's entry from its values; those of attributes that are not searched are passed over. */
export function searchEntry(
  objectKey: number,
  values: readonly { attribute: Attribute | undefined; fields: Fields }[],
): SearchEntry {
  const names = new Set<string>();
  const others = new Set<string>();
  for (const { attribute, fields } of values) {
    if (!attribute) continue;
    if (attribute.slug === 'name') for (const word of nameWords(fields)) names.add(word);
    else if (attribute.isSystem && SEARCHED.includes(attribute.slug))
      for (const word of otherWords(attribute, fields)) others.add(word);
  }
  return { objectKey, names: [...names], others: [...others] };
}

const nameWords = (fields: Fields): string[] => Object.values(fields).flatMap((text) => searchWords(String(text ?? '')));

function otherWords(attribute: Attribute, fields: Fields): string[] {
  // Fragments of a phone number are found, so each of its endings is a word of its own.
  if (attribute.type === 'phone-number') return endings(String(fields.phone_number).slice(1), 3);
  if (attribute.type === 'email-address') return searchWords(String(fields.email_address));
  if (attribute.type === 'domain') return searchWords(String(fields.domain));
  return nameWords(fields);
}

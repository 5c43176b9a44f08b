import { activeValuesOf } from '../records/stored-value.ts';
import type { Store } from '../storage/store.ts';
import type { Fields } from '../values/value-type.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { Schema } from '../workspace/schema.ts';

// Names, domains, e-mail addresses, phone numbers and social handles of people and companies, labels of everything else
// (docs.attio.com/rest-api/endpoint-reference/records/search-records). Custom text attributes are not searched.
const SOCIAL = ['angellist', 'facebook', 'instagram', 'linkedin', 'twitter'];
const SEARCHED = ['email_addresses', 'domains', 'phone_numbers', ...SOCIAL];

/** The words a record is found by, or undefined if there is no such record. */
export function searchText(store: Store, schema: Schema, recordKey: number): { objectKey: number; text: string } | undefined {
  const row = store.get<{ object_key: number }>('SELECT object_key FROM records WHERE key = ?', recordKey);
  if (!row) return undefined;
  const object = schema.objectByKey(row.object_key);
  const attributes = schema.attributes(object).filter(isSearched);
  const searched = new Map(attributes.map((attribute) => [attribute.key, attribute]));
  const words = activeValuesOf(store, [recordKey]).flatMap((value) => {
    const attribute = searched.get(value.attributeKey);
    return attribute ? wordsOf(attribute, value.fields) : [];
  });
  return { objectKey: row.object_key, text: words.join(' ') };
}

function isSearched(attribute: Attribute): boolean {
  return attribute.slug === 'name' || (attribute.isSystem && SEARCHED.includes(attribute.slug));
}

function wordsOf(attribute: Attribute, fields: Fields): string[] {
  if (attribute.type === 'phone-number') return everyEnding(String(fields.phone_number).slice(1));
  if (attribute.type === 'email-address') return [String(fields.email_address)];
  return Object.values(fields).map(String);
}

/** Fragments of a phone number are found, so each of its endings is a word of its own. */
function everyEnding(digits: string): string[] {
  return Array.from({ length: Math.max(1, digits.length - 2) }, (_, start) => digits.slice(start));
}

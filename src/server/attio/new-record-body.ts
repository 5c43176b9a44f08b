import { particle } from '../../attributes/record-reference/name-words.ts';
import type { NewRecord } from '../../attributes/record-reference/new-record.ts';

/** What stands behind a name and is none: `Bo Li, MBA`, `Bo Li, Jr.` */
const suffix = /^(jr|sr|i{2,3}|iv|ph\.? ?d|m\.?d|mba|m\.?sc|b\.?sc|ll\.?[bm]|j\.?d|cpa|cfa|esq|dds|rn|pe)\.?$/i;

/** A person's name in the three parts that Attio wants: what stands before the last word, and the small words before that, is the first name; `Last, First` too. */
function nameParts(name: string): Record<'first_name' | 'last_name' | 'full_name', string> {
  const [, behind, before] = /^([^,]+),\s*(.+)$/.exec(name) ?? [];
  if (behind !== undefined && before !== undefined && suffix.test(before.trim()))
    return { ...nameParts(behind), full_name: name };
  const words = name.split(/\s+/);
  // What belongs to a last name is written small: `van der Berg`.
  const smallAt = words.findIndex((word, at) => at > 0 && at < words.length - 1 && particle.test(word));
  const lastAt = smallAt > 0 ? smallAt : words.length - 1;
  const last = behind ?? (words.length > 1 ? words.slice(lastAt).join(' ') : '');
  const first = before ?? (words.length > 1 ? words.slice(0, lastAt).join(' ') : name);
  return { first_name: first, last_name: last, full_name: behind === undefined ? name : `${first} ${last}` };
}

/** The body that makes a new record (docs.attio.com, create a record). */
export function newRecordBody(record: NewRecord): { data: { values: Record<string, unknown> } } {
  const values =
    record.object === 'companies'
      ? { name: record.name, domains: [record.domain] }
      : { name: [nameParts(record.name)], email_addresses: [record.email_address] };
  return { data: { values } };
}

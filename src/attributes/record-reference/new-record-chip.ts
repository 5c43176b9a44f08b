import type { Field } from '../../contract/deal-form.ts';
import { foldedWords } from '../matches-text.ts';
import type { Picked, PickedEntry } from '../picked-entry.ts';
import { formOfAddress } from './name-words.ts';
import { type NewRecord, objectMeant } from './new-record.ts';
import { newRecordKey } from './new-record-key.ts';
import { makingFrom, pastedRecords, unpasted } from './pasted-records.ts';

/** A new record as a chip; its id is none of Attio's. */
export const newRecordChip = (record: NewRecord): Picked => ({
  id: newRecordKey(record),
  name: record.name,
  object: record.object,
  details: [record.object === 'companies' ? record.domain : record.email_address],
  new: record,
});

/** A person's name without titles, and without what stands behind it: `Dr. Bo Li, CEO`. In `Li, Bo` the address tells that it is a name. */
function personName(whole: string, address: string): string {
  const words = whole.split(/\s+/);
  const isTitle = (word: string) => foldedWords(word).every((part) => formOfAddress.test(part));
  const nameAt = words.findIndex((word) => !isTitle(word));
  const [before = '', ...behind] = words.slice(Math.max(nameAt, 0)).join(' ').split(',');
  const local = foldedWords(address.split('@')[0] ?? '').join('');
  const isName = !/\S\s+\S/.test(before.trim()) || foldedWords(behind.join(' ')).some((word) => local.includes(word));
  return (isName ? [before, ...behind].join(',') : before).trim() || whole;
}

/**
 * An entry in which the addresses or domains that stand as text are companies or people that are made with the deal, named as the text
 * says, or as the address does. Null where the text is anything else, or the field takes none of them.
 * @param isNobody says of an address or domain that it is no person's and no company's own: a role's, a mail host's
 */
export function withNewRecords(
  field: Field,
  { picked, text }: PickedEntry,
  isNobody: (unique: string) => boolean = () => false,
): PickedEntry | null {
  const object = objectMeant(field, text);
  const pasted = object === null ? [] : pastedRecords(text, object);
  if (object === null || pasted.length === 0 || (!field.multi && picked.length + pasted.length > 1)) return null;
  if (pasted.some(({ name, unique }) => (name === '' && isNobody(unique)) || makingFrom(unique, object).name === '')) return null;
  const chips = pasted.map((one) => {
    const { name: whole, unique } = makingFrom(unpasted([one], new Map()), object);
    const name = object === 'people' ? personName(whole, unique) : whole;
    return newRecordChip(object === 'companies' ? { object, name, domain: unique } : { object, name, email_address: unique });
  });
  const isThere = ({ id }: Picked) => picked.some((one) => one.id === id);
  return { picked: [...picked, ...chips.filter((chip) => !isThere(chip))], text: '' };
}

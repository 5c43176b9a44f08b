import type { Field } from '../../contract/deal-form.ts';
import type { Picked, PickedEntry } from '../picked-entry.ts';
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

/**
 * An entry in which the addresses or domains that stand as text are companies or people that are made with the deal, named as the text
 * says, or as the address does. Null where the text is anything else, or the field takes none of them.
 */
export function withNewRecords(field: Field, { picked, text }: PickedEntry): PickedEntry | null {
  const object = objectMeant(field, text);
  const pasted = object === null ? [] : pastedRecords(text, object);
  if (object === null || pasted.length === 0 || (!field.multi && picked.length + pasted.length > 1)) return null;
  const chips = pasted.map((one) => {
    const { name, unique } = makingFrom(unpasted([one], new Map()), object);
    return newRecordChip(object === 'companies' ? { object, name, domain: unique } : { object, name, email_address: unique });
  });
  const isThere = ({ id }: Picked) => picked.some((one) => one.id === id);
  return { picked: [...picked, ...chips.filter((chip) => !isThere(chip))], text: '' };
}

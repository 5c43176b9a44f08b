import { type AttributeEntry, nothing } from './attribute-entry.ts';

/** The pieces of a text that holds several values: commas and spaces belong to numbers and dates, so semicolons part them. */
export const pieces = (text: string): string[] => text.split(';').filter((piece) => piece.trim() !== '');

/** The entry of a type that is typed, for attributes that take several values too. */
export const severalTyped = <Entry>(one: AttributeEntry<Entry>, parts: (entry: Entry) => Entry[]): AttributeEntry<Entry> => ({
  ...one,
  read(entry, field, context) {
    if (!field.multi) return one.read(entry, field, context);
    const readings = parts(entry).map((part) => one.read(part, { ...field, multi: false }, context));
    const fault = readings.find(({ ok }) => !ok);
    if (fault) return fault;
    const values = readings.flatMap((reading) => (reading.ok && reading.value !== undefined ? [reading.value] : []));
    if (values.length === 0) return nothing;
    const originals = readings.flatMap((reading) => (reading.ok && reading.original !== undefined ? [reading.original] : []));
    return { ok: true, value: values, ...(originals.length > 0 && { original: originals.join('; ') }) };
  },
});

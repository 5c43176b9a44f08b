import type { Field } from '../contract/deal-form.ts';
import { type AttributeEntry, nothing, type Reading } from './attribute-entry.ts';
import { listTextStart } from './list-text-start.ts';

/** Values that were typed as text: each piece with what it means, in order. */
export interface TypedValues {
  values: string[];
  /** The first piece that means nothing. */
  fault: string | null;
}

/** The values of a text; of a field that takes one, the whole text is one piece. */
export type ReadPieces = (text: string, field: Field, locale: string) => TypedValues;

/** The pieces of a list, separated by commas, semicolons, spaces or line breaks. */
export const listPieces = (text: string): string[] => text.split(/[\s,;]+/).filter((piece) => piece !== '');

/** Reads pieces one by one; of those with one key the first stands. */
export function readEach(
  pieces: readonly string[],
  read: (piece: string) => string | null,
  keyOf = (value: string): string => value,
): TypedValues {
  const values = new Map<string, string>();
  let fault: string | null = null;
  for (const piece of pieces) {
    const value = read(piece);
    if (value === null) fault ??= piece;
    else if (!values.has(keyOf(value))) values.set(keyOf(value), value);
  }
  return { values: [...values.values()], fault };
}

/** An entry of one or several values in one text. */
export const listTextEntry = (readPieces: ReadPieces, code: string): AttributeEntry<string> => ({
  ...listTextStart,
  read(entry, field, { locale }): Reading {
    if (entry.trim() === '') return nothing;
    const { values, fault } = readPieces(entry, field, locale);
    if (fault !== null) return { ok: false, code, detail: fault };
    return values.length === 0 ? nothing : { ok: true, value: field.multi ? values : values[0] };
  },
});

/** The entry of a value in several inputs: what stands in each, by the name of the part. */
export interface PartsEntry {
  parts: Readonly<Record<string, string>>;
  /** Those of further values, where the attribute takes several. */
  more?: readonly PartsEntry['parts'][];
}

/** The parts of every value in an entry, the first one first. */
export const allParts = ({ parts, more = [] }: PartsEntry): readonly PartsEntry['parts'][] => [parts, ...more];

/** Whether an entry is one of parts. */
export const isParts = (entry: unknown): entry is PartsEntry =>
  typeof entry === 'object' && entry !== null && 'parts' in entry && typeof entry.parts === 'object' && entry.parts !== null;

/** The DOM id of a part's input: the first has the field's own, which its errors and the focus point at. */
export const partId = (id: string, part: string, isFirst: boolean): string => (isFirst ? id : `${id}-${part}`);

/** Parts of a value, or of several, each a text; what is no text is blank. */
export function partsOf(value: unknown, names: readonly string[]): PartsEntry {
  const one = (single: unknown): PartsEntry['parts'] => {
    const given = (typeof single === 'object' && single !== null ? single : {}) as Readonly<Record<string, unknown>>;
    return Object.fromEntries(names.map((name) => [name, typeof given[name] === 'string' ? given[name] : '']));
  };
  const [first, ...more] = Array.isArray(value) ? value : [value];
  return { parts: one(first), ...(more.length > 0 && { more: more.map(one) }) };
}

/** The entry of a value in several inputs: what stands in each, by the name of the part. */
export interface PartsEntry {
  parts: Readonly<Record<string, string>>;
}

/** Whether an entry is one of parts. */
export const isParts = (entry: unknown): entry is PartsEntry =>
  typeof entry === 'object' && entry !== null && 'parts' in entry && typeof entry.parts === 'object' && entry.parts !== null;

/** The DOM id of a part's input: the first has the field's own, which its errors and the focus point at. */
export const partId = (id: string, part: string, isFirst: boolean): string => (isFirst ? id : `${id}-${part}`);

/** Parts of a value, each a text; what is no text is blank. */
export function partsOf(value: unknown, names: readonly string[]): PartsEntry {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  return { parts: Object.fromEntries(names.map((name) => [name, typeof given[name] === 'string' ? given[name] : ''])) };
}

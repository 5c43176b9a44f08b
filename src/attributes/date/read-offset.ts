/** How far from now: months are counted first, then days, then minutes. */
export interface Offset {
  months: number;
  days: number;
  minutes: number;
}

const units: readonly [RegExp, keyof Offset, number][] = [
  [/^(y|yrs?|years?)$/, 'months', 12],
  [/^(m|mo|mths?|months?)$/, 'months', 1],
  [/^(w|wks?|weeks?)$/, 'days', 7],
  [/^(d|days?)$/, 'days', 1],
  [/^(h|hrs?|hours?)$/, 'minutes', 60],
  [/^(min|mins|minutes?)$/, 'minutes', 1],
];

/** Reads `+2w`, `-10d`, `+1m 2d`, `in 3 weeks`; null when the text is none of these. The text is in lower case. */
export function readOffset(text: string): Offset | null {
  const [, lead, rest = ''] = /^(\+|-|in )\s*(.*)$/.exec(text) ?? [];
  if (lead === undefined) return null;
  const parts = [...rest.matchAll(/(\d{1,5})\s*([a-z]+)\s*/g)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== rest) return null;
  const offset: Offset = { months: 0, days: 0, minutes: 0 };
  for (const [, count, name = ''] of parts) {
    const [, key, size] = units.find(([pattern]) => pattern.test(name)) ?? [];
    if (key === undefined || size === undefined) return null;
    offset[key] += Number(count) * size * (lead === '-' ? -1 : 1);
  }
  return offset;
}

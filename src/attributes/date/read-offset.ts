import { remembered } from '../remembered.ts';

/** How far from now: months are counted first, then days, then minutes. */
export interface Offset {
  months: number;
  days: number;
  minutes: number;
}

const units: readonly [RegExp, keyof Offset, number][] = [
  [/^(y|yrs?|years?|j|jahre?n?)$/, 'months', 12],
  [/^(m|mo|mths?|months?|monate?n?)$/, 'months', 1],
  [/^(w|wks?|weeks?|wochen?)$/, 'days', 7],
  [/^(d|days?|t|tage?n?)$/, 'days', 1],
  [/^(h|hrs?|hours?|std|stunden?)$/, 'minutes', 60],
  [/^(min|mins|minutes?|minuten?)$/, 'minutes', 1],
];

/** Reads `+2w`, `-10d`, `+1m 2d`, `in 3 weeks`, `in 3 Wochen`; null when the text is none of these. The text is in lower case. */
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

const relativeFormat = remembered(
  (locale: string) => new Intl.RelativeTimeFormat(new Intl.Locale(locale, { numberingSystem: 'latn' }), { numeric: 'always' }),
);
const relativeUnits = [
  ['day', 'days', 1],
  ['week', 'days', 7],
  ['month', 'months', 1],
  ['year', 'months', 12],
  ['hour', 'minutes', 60],
  ['minute', 'minutes', 1],
] as const;

/** Reads `vor 2 Tagen`, `dans 3 semaines`, `خلال أسبوعين`: exactly as Intl says it in the locale; null when it does not. */
export function readRelative(text: string, locale: string): Offset | null {
  const [written] = /\d{1,5}/.exec(text) ?? [];
  // Some languages have a word of its own for one and for two of a thing.
  const counts = written === undefined ? [1, 2] : [Number(written)];
  for (const count of counts.flatMap((one) => [one, -one])) {
    for (const [unit, key, size] of relativeUnits) {
      if (relativeFormat(locale).format(count, unit).toLowerCase() !== text) continue;
      return { months: 0, days: 0, minutes: 0, [key]: count * size };
    }
  }
  return null;
}

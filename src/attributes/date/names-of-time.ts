import { folded } from '../matches-text.ts';
import { remembered } from '../remembered.ts';

/** What a locale calls things, folded, with what each can mean. */
type Names = ReadonlyMap<string, ReadonlySet<number>>;

/** Name of a month or weekday in one spelling: without case, accents and the dots of abbreviations. */
export const nameSpelling = (name: string): string => folded(name).replace(/[.’']/g, '').trim();

function collected(named: readonly (readonly [string, number])[]): Names {
  const names = new Map<string, Set<number>>();
  for (const [name, meaning] of named) {
    const spelled = nameSpelling(name);
    if (/\p{L}/u.test(spelled)) names.set(spelled, (names.get(spelled) ?? new Set()).add(meaning));
  }
  return names;
}

const utc = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' } as const;
const styles = ['long', 'short'] as const;

/** The months of a locale, 1 to 12, alone and as they stand in a date. */
const monthsIn = remembered(
  (locale: string): Names =>
    collected(
      styles.flatMap((month) =>
        [{ month }, { month, day: 'numeric' } as const].flatMap((shape) => {
          const format = new Intl.DateTimeFormat(locale, { ...utc, ...shape });
          return Array.from({ length: 12 }, (_, at) => {
            const parts = format.formatToParts(new Date(Date.UTC(2024, at, 15)));
            return [parts.find(({ type }) => type === 'month')?.value ?? '', at + 1] as const;
          });
        }),
      ),
    ),
);

/** The weekdays of a locale, 0 for Sunday. */
const weekdaysIn = remembered(
  (locale: string): Names =>
    collected(
      styles.flatMap((weekday) => {
        const format = new Intl.DateTimeFormat(locale, { ...utc, weekday });
        // The 7th of January 2024 was a Sunday.
        return Array.from({ length: 7 }, (_, at) => [format.format(new Date(Date.UTC(2024, 0, 7 + at))), at] as const);
      }),
    ),
);

/** Yesterday, today and tomorrow, and the days beside them, as the locale says them: as days from today. */
const nearDaysIn = remembered((locale: string): Names => {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return collected([-2, -1, 0, 1, 2].map((days) => [format.format(days, 'day'), days] as const));
});

/** The one meaning of a name: in full before abbreviated, the locale's before English; undefined when there are several or none. */
function meaningOf(name: string, locale: string, namesIn: (locale: string) => Names): number | undefined {
  const word = nameSpelling(name);
  const tables = [namesIn(locale), namesIn('en')];
  for (const names of tables) {
    const [meaning, another] = names.get(word) ?? [];
    if (meaning !== undefined) return another === undefined ? meaning : undefined;
  }
  if (word.length < 2) return undefined;
  for (const names of tables) {
    const begun = new Set([...names].flatMap(([known, meanings]) => (known.startsWith(word) ? [...meanings] : [])));
    const [meaning, another] = begun;
    if (meaning !== undefined) return another === undefined ? meaning : undefined;
  }
  return undefined;
}

/** 1 to 12. */
export const monthByName = (name: string, locale: string): number | undefined => meaningOf(name, locale, monthsIn);

/** 0 for Sunday to 6 for Saturday. */
export const weekdayByName = (name: string, locale: string): number | undefined => meaningOf(name, locale, weekdaysIn);

/** −2 to 2 for the locale's and English words for a day near today, in full. */
export function nearDayByName(name: string, locale: string): number | undefined {
  const word = nameSpelling(name);
  const [days] = nearDaysIn(locale).get(word) ?? nearDaysIn('en').get(word) ?? [];
  return days;
}

/** How a locale writes a date in digits. */
export interface DigitOrder {
  isYearFirst: boolean;
  /** Of a day and a month alone; Swedes write the year first and yet `30/11`. */
  isMonthFirst: boolean;
  /** People who write the year first by the standard, and day and month in either order out of habit. */
  isEitherFirst: boolean;
  hasDots: boolean;
}

export const digitOrder = remembered((locale: string): DigitOrder => {
  const partsOf = (shape: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...utc, ...shape }).formatToParts(new Date(Date.UTC(2024, 10, 30)));
  const [inFull, short] = [
    partsOf({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    partsOf({ month: 'numeric', day: 'numeric' }),
  ];
  const at = (parts: Intl.DateTimeFormatPart[], wanted: string) => parts.findIndex(({ type }) => type === wanted);
  const isYearFirst = at(inFull, 'year') < at(inFull, 'day');
  return {
    isYearFirst,
    isMonthFirst: at(short, 'month') < at(short, 'day'),
    isEitherFirst: isYearFirst && ['CA', 'ZA'].includes(new Intl.Locale(locale).maximize().region ?? ''),
    hasDots: inFull.some(({ type, value }) => type === 'literal' && value.includes('.')),
  };
});

/** Whether the week of a locale begins on Sunday; on Monday where nobody knows. */
export function isSundayFirst(locale: string): boolean {
  const known = new Intl.Locale(locale) as Intl.Locale & {
    weekInfo?: { firstDay: number };
    getWeekInfo?: () => { firstDay: number };
  };
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay === 7;
}

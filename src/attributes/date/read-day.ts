import { asciiDigits } from '../ascii-digits.ts';
import { calendarDay, daysLater, endOfMonths, monthsLater, weekdayOf } from './calendar-day.ts';
import { digitOrder, isSundayFirst, monthByName, nearDayByName, weekdayByName } from './names-of-time.ts';
import { calendarOf, fromCalendar, inCalendar } from './other-calendar.ts';
import { readOffset, readRelative } from './read-offset.ts';
import { inEnglishPhrases } from './time-phrases.ts';

/** What a text means as a day, or why it means none. `days` are the days that it may mean. */
export type DayReading =
  | { ok: true; day: string }
  | { ok: false; code: 'not_a_date' | 'no_such_day' | 'two_days' | 'other_weekday'; days: string[] };

const fail = (code: Exclude<DayReading, { ok: true }>['code'], ...days: string[]): DayReading => ({ ok: false, code, days });
const notADate = fail('not_a_date');
const found = (day: string | null): DayReading => (day === null ? fail('no_such_day') : { ok: true, day });

/** Words between the parts of a date that say nothing. */
const fillers = new Set(['the', 'of', 'on', 'st', 'nd', 'rd', 'th', 'de', 'del', 'le', 'el', 'am', 'den', 'der', 'er']);

const ends: readonly [RegExp, 1 | 3 | 12][] = [
  [/^(eom|end of (the |this )?month)$/, 1],
  [/^(eoq|end of (the |this )?quarter)$/, 3],
  [/^(eoy|end of (the |this )?year)$/, 12],
];

/** The text in lower case, with ASCII digits, the separators of East Asian dates as slashes, and single spaces. */
export const plainly = (text: string): string =>
  asciiDigits(text.normalize('NFKC'))
    .replace(/(\d)\s*[年月]\s*(?=\d)/g, '$1/')
    .replace(/(\d)\s*日/g, '$1')
    .replace(/[\u200e\u200f]/g, '')
    // `31-Dec-26`, as spreadsheets write it.
    .replace(/(?<=\d)-(?=\p{L}{3})|(?<=\p{L}{3})-(?=\d)/gu, ' ')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Reads a day as people type it: `fri`, `next tue`, `30/11`, `30 nov`, `+2w`, `eom`, `end of Q4`, `2026-11-30`, in the language of the
 * locale or in English. What names no year is the next such day, today included. Nothing is guessed: what is no day, or may be two, is told with the days it may be.
 * @param today `YYYY-MM-DD`, which the text is counted from
 */
export function readDay(text: string, today: string, locale: string): DayReading {
  const written = plainly(text);
  const near = nearDayByName(written, locale);
  if (near !== undefined) return found(daysLater(today, near));
  const plain = inEnglishPhrases(written, locale);
  const end = ends.find(([pattern]) => pattern.test(plain));
  if (end) return found(endOfMonths(today, end[1]));
  const ofNamed = endOfNamed(plain, today, locale);
  if (ofNamed !== undefined) return found(ofNamed);
  const offset = readOffset(plain) ?? readRelative(plain, locale);
  if (offset) {
    // A day has no hours: counted from when it is typed they may end on either of two.
    if (offset.minutes !== 0) return notADate;
    const month = monthsLater(today, offset.months);
    return found(month && daysLater(month, offset.days));
  }
  return readDate(plain, today, locale);
}

/** The last day of the next such month or quarter, the present one included, for `end nov`, `end of november 2027`, `end q4`. */
function endOfNamed(plain: string, today: string, locale: string): string | null | undefined {
  const [, name = '', quarter, written] = /^end (?:of )?(?:(\p{L}{2,})\.?|q([1-4]))(?: (\d{4}))?$/u.exec(plain) ?? [];
  const month = quarter === undefined ? monthByName(name, locale) : 3 * Number(quarter);
  if (month === undefined) return undefined;
  const [year, present] = today.split('-').map(Number) as [number, number];
  const first = calendarDay(written ? Number(written) : month < present ? year + 1 : year, month, 1);
  return first && endOfMonths(first, 1);
}

/** Reads what names a weekday, a date, or both. */
function readDate(plain: string, today: string, locale: string): DayReading {
  const words = plain
    .replace(/(\d)\s*([./-])\s*(?=\d)/g, '$1$2')
    .replace(/(\d)(?=\p{L})|(\p{L})(?=\d)/gu, '$1$2 ')
    .split(/[\s,]+/)
    .map((word) => (/^\d{1,2}\.?$/.test(word) ? word.replace('.', '') : word))
    .filter((word) => word !== '' && !fillers.has(word));
  const lead = leads.find((one) => one === words[0]);
  if (lead) words.shift();
  const rest = words.filter((word) => /\d/.test(word) || monthByName(word, locale) !== undefined);
  const others = words.filter((word) => !rest.includes(word));
  // A word may be both (`mar` is a month and a weekday in French): without digits it is a weekday.
  const hasDigits = rest.some((word) => /\d/.test(word));
  const names = hasDigits ? others : words;
  const weekday = names.length > 0 ? weekdayByName(names.join(' '), locale) : undefined;
  if (names.length > 0 && weekday === undefined) return notADate;
  if (!hasDigits) return weekday === undefined ? notADate : readWeekday(weekday, lead, today, locale);
  if (lead !== undefined && lead !== 'this') return notADate;
  const reading = readDigits(rest, today, locale);
  if (!reading.ok || weekday === undefined || weekdayOf(reading.day) === weekday) return reading;
  return fail('other_weekday', reading.day);
}

/** What may stand before a weekday; `nextweek` for what stands behind it in English. */
const leads = ['this', 'coming', 'next', 'nextweek'] as const;

/** The next such weekday, today included. "Next" is the one of next week, if that is also the coming one; else it may be either. */
function readWeekday(weekday: number, lead: (typeof leads)[number] | undefined, today: string, locale: string): DayReading {
  const now = weekdayOf(today);
  const ahead = (weekday - now + 7) % 7;
  if (lead === undefined || lead === 'this') return found(daysLater(today, ahead));
  const first = isSundayFirst(locale) ? 0 : 1;
  const ofNextWeek = 7 - ((now - first + 7) % 7) + ((weekday - first + 7) % 7);
  const coming = ahead || 7;
  if (lead === 'nextweek') return found(daysLater(today, ofNextWeek));
  if (lead === 'coming' || coming === ofNextWeek) return found(daysLater(today, coming));
  return fail('two_days', daysLater(today, coming) ?? today, daysLater(today, ofNextWeek) ?? today);
}

/** Reads a date that has digits in it: all in one word, or with the month by its name. */
function readDigits(words: readonly string[], today: string, locale: string): DayReading {
  const [first = '', ...more] = words;
  if (more.length === 0) return readNumeric(first, today, locale);
  const months = words.flatMap((word) => (/\d/.test(word) ? [] : (monthByName(word, locale) ?? [])));
  const numbers = words.filter((word) => /\d/.test(word));
  const [month] = months;
  if (month === undefined || months.length > 1 || numbers.length > 2) return notADate;
  if (!numbers.every((number) => /^(\d{1,2}|\d{4})$/.test(number))) return notADate;
  const [one = '', other] = numbers;
  if (other === undefined) return one.length === 4 ? notADate : nextSuch(month, Number(one), today);
  const [day, year] = one.length === 4 ? [other, one] : [one, other];
  if (day.length === 4 || year.length === 1) return notADate;
  return found(calendarDay(fullYear(year), month, Number(day)));
}

/** `26` is 2026: nobody enters deals of the last century. */
const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

/** The next day of this month and number that exists, today included: the 29th of February may be years away. */
function nextSuch(month: number, day: number, today: string): DayReading {
  const year = Number(today.slice(0, 4));
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const candidate = calendarDay(year + ahead, month, day);
    if (candidate !== null && candidate >= today) return found(candidate);
  }
  return fail('no_such_day');
}

/** A date in digits, cut into its numbers. */
interface DigitDate {
  numbers: [string, string];
  year: string | undefined;
  separator: string;
  isIso: boolean;
}

function cutDate(word: string): DigitDate | null {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/.exec(word) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(word);
  if (iso) return { numbers: [iso[3] ?? '', iso[4] ?? ''], year: iso[1], separator: iso[2] ?? '', isIso: true };
  const match = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?\.?$/.exec(word);
  return match && { numbers: [match[1] ?? '', match[3] ?? ''], year: match[4], separator: match[2] ?? '', isIso: false };
}

/** Reads `2026-11-30`, `30/11`, `30.11.`, `11/30/2026`: the order is the locale's, unless only the other one makes a day. */
function readNumeric(word: string, today: string, locale: string): DayReading {
  const cut = cutDate(word);
  if (cut === null) return notADate;
  const calendar = calendarOf(locale);
  const reading = readGregorian(cut, today, locale);
  if (calendar === 'gregory') return reading;
  const own = readInCalendar(cut, calendar, today, locale);
  if (own === null || (reading.ok && reading.day === own)) return reading;
  const nearer = (year: number) => Math.abs(year - inCalendar(today, calendar).year) < Math.abs(year - Number(today.slice(0, 4)));
  if (cut.year?.length === 4) return nearer(Number(cut.year)) ? found(own) : reading;
  return reading.ok ? fail('two_days', reading.day, own) : found(own);
}

/** What a date in digits means where years are not counted from Christ's birth: `30/11/2569` in Thailand, `1405/9/9` in Iran. */
function readInCalendar({ numbers, year, isIso }: DigitDate, calendar: string, today: string, locale: string): string | null {
  const [one, two] = numbers.map(Number) as [number, number];
  const [month, day] = isIso || digitOrder(locale).isMonthFirst ? [one, two] : [two, one];
  const now = inCalendar(today, calendar).year;
  const meant = year === undefined ? now : year.length === 2 ? now - (now % 100) + Number(year) : Number(year);
  const such = fromCalendar(calendar, meant, month, day, today);
  return such !== null && such < today && year === undefined ? fromCalendar(calendar, now + 1, month, day, today) : such;
}

function readGregorian({ numbers, year, separator, isIso }: DigitDate, today: string, locale: string): DayReading {
  const [one, two] = numbers;
  if (isIso) return found(calendarDay(Number(year), Number(one), Number(two)));
  const { isMonthFirst, isYearFirst, isEitherFirst, hasDots } = digitOrder(locale);
  const dayOf = (month: string, day: string): string | null => {
    if (year !== undefined) return calendarDay(fullYear(year), Number(month), Number(day));
    const reading = nextSuch(Number(month), Number(day), today);
    return reading.ok ? reading.day : null;
  };
  const [dayFirst, monthFirst] = [dayOf(two, one), dayOf(one, two)];
  const [own, other] = isMonthFirst ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  if (year?.length === 2 && (isYearFirst || separator === '-')) {
    // `26-11-30` may begin with the year.
    const yearFirst = calendarDay(fullYear(one.padStart(2, '0')), Number(two), Number(year));
    if (isYearFirst && yearFirst !== null) return found(yearFirst);
    if (yearFirst !== null && own !== null && yearFirst !== own) return fail('two_days', own, yearFirst);
    if (yearFirst !== null && own === null) return found(yearFirst);
  }
  // Dots put the day first, except where people write them otherwise.
  const isDoubtful = isEitherFirst || (separator === '.' && isMonthFirst && !hasDots);
  if (isDoubtful && dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) {
    return fail('two_days', dayFirst, monthFirst);
  }
  return found(own ?? other);
}

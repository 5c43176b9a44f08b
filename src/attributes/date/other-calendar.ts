import { remembered } from '../remembered.ts';
import { daysLater } from './calendar-day.ts';

/** The calendar that people of a locale count years by: `gregory`, `buddhist` in Thailand, `persian` in Iran. */
export const calendarOf = remembered((locale: string): string => new Intl.DateTimeFormat(locale).resolvedOptions().calendar);

const formatIn = remembered(
  (calendar: string) =>
    new Intl.DateTimeFormat('en-u-nu-latn', { calendar, timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' }),
);

/** Year, month and day of a day (`YYYY-MM-DD`) in another calendar. */
export function inCalendar(day: string, calendar: string): { year: number; month: number; day: number } {
  const parts = formatIn(calendar).formatToParts(new Date(`${day}T00:00:00Z`));
  const numberOf = (wanted: string) => Number.parseInt(parts.find(({ type }) => type === wanted)?.value ?? '', 10);
  return { year: numberOf('year'), month: numberOf('month'), day: numberOf('day') };
}

/** The day (`YYYY-MM-DD`) that has these numbers in another calendar; null when none has. */
export function fromCalendar(calendar: string, year: number, month: number, day: number, today: string): string | null {
  // Months of these calendars have 28 to 31 days: from a first guess it is a few steps.
  let guess = today;
  for (let steps = 0; steps < 8; steps += 1) {
    const is = inCalendar(guess, calendar);
    if (is.year === year && is.month === month && is.day === day) return guess;
    const away = (year - is.year) * 365.2425 + (month - is.month) * 30.44 + (day - is.day);
    const step = Math.trunc(away) || Math.sign(away);
    const next = daysLater(guess, step);
    if (next === null) return null;
    guess = next;
  }
  return null;
}

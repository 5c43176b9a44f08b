import { remembered } from '../remembered.ts';

const dayFormat = remembered(
  (locale: string, dateStyle: 'full' | 'long') =>
    new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC', calendar: 'gregory' }),
);

// Noon UTC read back in UTC: the day shown is the day stored, wherever the code runs.
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** A day as the locale writes it: `30 November 2026`. */
export const dayWords = (day: string, locale: string): string => dayFormat(locale, 'long').format(noon(day));

/** A day with its weekday: `Monday, 30 November 2026`. */
export const weekdayWords = (day: string, locale: string): string => dayFormat(locale, 'full').format(noon(day));

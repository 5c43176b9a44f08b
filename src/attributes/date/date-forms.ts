import * as z from 'zod/mini';
import type { AttributeForms } from '../attribute-forms.ts';

/** Whether `YYYY-MM-DD` names a day that exists. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001-01-01') return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** A calendar date, `YYYY-MM-DD`: no time, so no time zone can move it. */
export const dateForms: AttributeForms<string> = {
  schema: () =>
    z
      .string({ error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') })
      .check(z.refine(isCalendarDate, { error: 'not_a_date' })),
  write: (value) => value,
  read: (stored) => (typeof stored.value === 'string' && isCalendarDate(stored.value) ? stored.value : null),
  // Noon UTC read back in UTC: the day shown is the day stored, wherever the code runs.
  words: (value, _field, { locale }) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${value}T12:00:00Z`)),
  examples: () => ['2026-11-30', '2024-02-29', '1999-12-31', '2100-01-01'],
};

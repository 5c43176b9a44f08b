import * as z from 'zod/mini';
import type { AttributeForms } from '../attribute-forms.ts';
import { isCalendarDay } from './calendar-day.ts';
import { dayWords } from './day-words.ts';

/** A calendar date, `YYYY-MM-DD`: no time, so no time zone can move it. */
export const dateForms: AttributeForms<string> = {
  schema: () =>
    z
      .string({ error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') })
      .check(z.refine(isCalendarDay, { error: 'not_a_date' })),
  write: (value) => value,
  read: (stored) => (typeof stored.value === 'string' && isCalendarDay(stored.value) ? stored.value : null),
  hasLocalWords: true,
  words: (value, _field, { locale }) => dayWords(value, locale),
  examples: () => ['2026-11-30', '2024-02-29', '1999-12-31', '2100-01-01'],
};

import * as z from 'zod/mini';
import type { AttributeForms } from '../attribute-forms.ts';
import { momentWords } from './moment-words.ts';

const shape = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/** A moment in UTC with as many decimals as it needs, up to Attio's nine; null when the text is no moment. */
export function canonicalMoment(text: string): string | null {
  const [, day = '', time = '', fraction = '', zone = ''] = shape.exec(text) ?? [];
  const moment = new Date(`${day}T${time}${zone}`);
  // The parser of dates lets the 31st of February pass as the 3rd of March.
  const wall = new Date(`${day}T${time}Z`);
  const isReal = !Number.isNaN(moment.getTime()) && wall.toISOString().startsWith(`${day}T${time}`);
  if (!isReal || !/^(?!0000)\d{4}-/.test(moment.toISOString())) return null;
  const decimals = fraction.replace(/0+$/, '');
  return `${moment.toISOString().slice(0, 19)}${decimals && `.${decimals}`}Z`;
}

/** A moment, in UTC; Attio keeps and answers nine decimals of its second. */
export const timestampForms: AttributeForms<string> = {
  schema: () =>
    z.string({ error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') }).check(
      z.refine((text) => canonicalMoment(text) !== null, { error: 'not_a_moment', abort: true }),
      z.overwrite((text) => canonicalMoment(text) ?? text),
    ),
  write: (value) => value,
  read: (stored) => (typeof stored.value === 'string' ? canonicalMoment(stored.value) : null),
  hasLocalWords: true,
  words: (value, _field, { locale }) => momentWords(value, locale, 'UTC'),
  examples: () => ['2026-11-30T13:30:00Z', '2024-02-29T23:59:59.123456789Z', '1999-12-31T00:00:00Z', '2100-01-01T12:00:00.5Z'],
};

import type { Field } from '../../contract/deal-form.ts';
import { type FieldErrorDetails, fieldErrorMessage } from '../../words/field-error-message.ts';
import type { EntryContext, Reading } from '../attribute-entry.ts';
import { dateEntry } from './date-entry.ts';
import type { DatedText } from './dated-text.ts';
import { weekdayWords } from './day-words.ts';

/** Codes of texts that are not finished, or no such thing at all: they are told when the deal is sent, not while it is typed. */
const unfinished = new Set(['not_a_date', 'not_a_moment', 'time_missing']);

/**
 * The line beneath a day or a moment: what was understood, or what is asked back.
 * @param words the value in words
 */
export function understood(reading: Reading, words: (value: string) => string, { title }: FieldErrorDetails): string {
  if (reading.ok) {
    const values = [reading.value ?? []].flat().filter((value) => typeof value === 'string');
    return values.map(words).join('; ');
  }
  return unfinished.has(reading.code) ? '' : fieldErrorMessage(reading.code, { title, detail: reading.detail });
}

/** The line beneath a date: the day that was understood, with its weekday, or what is asked back. */
export const understoodDay = (entry: DatedText, field: Field, context: EntryContext): string =>
  understood(dateEntry.read(entry, field, context), (day) => weekdayWords(day, context.locale), field);

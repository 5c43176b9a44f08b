import { type FieldErrorDetails, fieldErrorMessage } from '../../words/field-error-message.ts';
import type { Reading } from '../attribute-entry.ts';

/** Codes of texts that are not finished, or no such thing at all: they are told when the deal is sent, not while it is typed. */
const unfinished = new Set(['not_a_date', 'not_a_moment', 'time_missing']);

/**
 * The line beneath a day or a moment: what was understood, or what is asked back.
 * @param words the value in words
 */
export function understood(reading: Reading, words: (value: string) => string, { title }: FieldErrorDetails): string {
  if (reading.ok) return typeof reading.value === 'string' ? words(reading.value) : '';
  return unfinished.has(reading.code) ? '' : fieldErrorMessage(reading.code, { title, detail: reading.detail });
}

import type { Field } from '../../contract/deal-form.ts';
import type { EntryContext } from '../attribute-entry.ts';
import { dateEntry } from './date-entry.ts';
import type { DatedText } from './dated-text.ts';
import { weekdayWords } from './day-words.ts';
import { understood } from './understood.ts';

/** The line beneath a date: the day that was understood, with its weekday, or what is asked back. */
export const understoodDay = (entry: DatedText, field: Field, context: EntryContext): string =>
  understood(dateEntry.read(entry, field, context), (day) => weekdayWords(day, context.locale), field);

import { type AttributeEntry, nothing } from '../attribute-entry.ts';
import { pieces, severalTyped } from '../several-typed.ts';
import { countedFrom, type DatedText, datedTextStart } from './dated-text.ts';
import { weekdayWords } from './day-words.ts';
import { type DayReading, readDay } from './read-day.ts';

/** The days or moments of an attribute that takes several: each as if it had been typed alone. */
export const datedPieces = ({ text, typed_at }: DatedText): DatedText[] =>
  pieces(text).map((piece) => ({ text: piece, typed_at }));

/** The days that a reading was unsure of, in words. */
export const daysInWords = (reading: DayReading, locale: string): string =>
  reading.ok ? '' : reading.days.map((day) => weekdayWords(day, locale)).join(' / ');

const oneDate: AttributeEntry<DatedText> = {
  ...datedTextStart,
  read(entry, _field, { locale }) {
    if (entry.text.trim() === '') return nothing;
    const reading = readDay(entry.text, countedFrom(entry).slice(0, 10), locale);
    if (reading.ok) return { ok: true, value: reading.day };
    return { ok: false, code: reading.code, detail: daysInWords(reading, locale) || entry.text.trim() };
  },
};

/** A day as typed, counted from the day on which it was. */
export const dateEntry = severalTyped(oneDate, datedPieces);

import { type AttributeEntry, nothing } from '../attribute-entry.ts';
import { datedPieces, daysInWords } from '../date/date-entry.ts';
import { countedFrom, type DatedText, datedTextStart } from '../date/dated-text.ts';
import { severalTyped } from '../several-typed.ts';
import { readMoment } from './read-moment.ts';
import { canonicalMoment } from './timestamp-forms.ts';

const oneTimestamp: AttributeEntry<DatedText> = {
  ...datedTextStart,
  read(entry, _field, { locale }) {
    const text = entry.text.trim();
    if (text === '') return nothing;
    const exact = canonicalMoment(text);
    if (exact !== null) return { ok: true, value: exact };
    const reading = readMoment(text, countedFrom(entry), locale);
    if (reading.ok) return { ok: true, value: reading.moment };
    const detail = 'days' in reading ? daysInWords(reading, locale) : reading.detail;
    return { ok: false, code: reading.code, detail: detail || text };
  },
};

/** A moment as typed, counted from the minute in which it was, on the rep's own clock. */
export const timestampEntry = severalTyped(oneTimestamp, datedPieces);

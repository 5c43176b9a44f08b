import { listPieces, listTextEntry, type ReadPieces, readEach, type TypedValues } from '../list-text.ts';
import { phoneReader } from './plans-at-hand.ts';

/** The country of a locale, the likeliest one where it names none; null when there is none. */
export const countryOf = (locale: string): string | null => new Intl.Locale(locale).maximize().region ?? null;

/** Numbers have spaces in them: a list is cut at commas, line breaks and before a `+`. */
const numberPieces = (text: string): string[] =>
  text
    .split(/[,;，；\n\r]+|\s+(?=[+＋])/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** The telephone numbers of a text; one without a country code is dialled in the country of the locale. */
export const readPhoneNumbers: ReadPieces = (text, { multi }, locale) => {
  const country = countryOf(locale);
  const read = (piece: string) => phoneReader()(piece, country)?.e164 ?? null;
  if (!multi) return readEach([text.trim()], read);
  const found = numberPieces(text).map((piece): TypedValues => {
    const whole = readEach([piece], read);
    if (whole.fault === null) return whole;
    // Written without spaces in them, several may stand in a row.
    const parts = readEach(listPieces(piece), read);
    return parts.fault === null ? parts : whole;
  });
  return {
    values: [...new Set(found.flatMap(({ values }) => values))],
    fault: found.find(({ fault }) => fault !== null)?.fault ?? null,
  };
};

export const phoneNumberEntry = listTextEntry(readPhoneNumbers, 'not_a_phone_number');

import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { halfWidth } from '../half-width.ts';

/** A telephone number that a numbering plan knows. */
export interface PhoneNumber {
  /** E.164, like `+442079460958`. */
  e164: string;
  /** ISO 3166-1 alpha-2; null for numbers of no country (satellites, say). */
  country: string | null;
  /** As people write it: `+44 20 7946 0958`. */
  words: string;
}

/** A number without what address books, web pages and keyboards of East Asia put around its digits. */
const plainNumber = (text: string): string =>
  halfWidth(text)
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/^tel:\s*/i, '')
    .replace(/^\(\s*(\+\s*\d+)\s*\)/, '$1 ');

/**
 * Reads a telephone number by the numbering plans of the world; null when no plan knows it, or when it has an extension,
 * which Attio would drop.
 * @param country where a number without a country code is dialled; null when it must have one
 */
export function readPhoneNumber(text: string, country: string | null): PhoneNumber | null {
  const home: { defaultCountry?: CountryCode } =
    country !== null && isSupportedCountry(country) ? { defaultCountry: country } : {};
  const number = parsePhoneNumberFromString(plainNumber(text), { ...home, extract: false });
  if (!number?.isValid() || number.ext !== undefined) return null;
  return { e164: number.number, country: number.country ?? null, words: number.formatInternational() };
}

import type { IncomingHttpHeaders } from 'node:http';
import { remembered } from '../attributes/remembered.ts';
import { chosenLanguage } from '../contract/language-cookie.ts';
import { isLanguage, type Language } from '../words/language.ts';

/**
 * The locale (BCP 47) of whoever asks: how numbers, money and dates are written for them, and which language the product speaks
 * to them. The language is the one they chose, or else the first of `Accept-Language` that the product speaks; the locale is the
 * first that this process can format in, unless it is of another language than that.
 */
export const requestLocale = (headers: Pick<IncomingHttpHeaders, 'accept-language' | 'cookie'>): string => {
  const chosen = chosenLanguage(headers.cookie);
  return localeFor((headers['accept-language'] ?? '').slice(0, 500), isLanguage(chosen) ? chosen : null);
};

const localeFor = remembered((header: string, chosen: Language | null): string => {
  const tags = usableTags(header);
  const [first = 'en'] = tags;
  const spoken = tags.find((tag) => isLanguage(subtagOf(tag)));
  const language = chosen ?? (spoken === undefined ? 'en' : subtagOf(spoken));
  if (subtagOf(first) === language) return first;
  // English is also what those read whose own language is not spoken here: their numbers and dates stay as they know them.
  if (chosen === null && language === 'en') return first;
  return tags.find((tag) => subtagOf(tag) === language) ?? language;
});

const subtagOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** The languages of the header that this process can format in, the most wanted first. */
function usableTags(header: string): string[] {
  const wanted = header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
  });
  return wanted
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .flatMap(({ tag }) => {
      try {
        return Intl.NumberFormat.supportedLocalesOf(tag);
      } catch {
        // Not a language tag (`*`, say): the next one may be.
        return [];
      }
    });
}

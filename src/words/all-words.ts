import type { Messages } from '@lingui/core';
import arFirst from './catalogues/ar/first.json';
import arLater from './catalogues/ar/later.json';
import arServer from './catalogues/ar/server.json';
import deFirst from './catalogues/de/first.json';
import deLater from './catalogues/de/later.json';
import deServer from './catalogues/de/server.json';
import enFirst from './catalogues/en/first.json';
import enLater from './catalogues/en/later.json';
import enServer from './catalogues/en/server.json';
import { type Language, languageOf } from './language.ts';
import { type Voice, voiceOf } from './t.ts';

/** What the first paint of a page says, in each language: it travels in the document. */
export const firstWords: Readonly<Record<Language, Messages>> = { en: enFirst, de: deFirst, ar: arFirst };

const everything: Readonly<Record<Language, Messages>> = {
  en: { ...enFirst, ...enLater, ...enServer },
  de: { ...deFirst, ...deLater, ...deServer },
  ar: { ...arFirst, ...arLater, ...arServer },
};

const voices = new Map<string, Voice>();

/** The voice that goes with a locale (BCP 47) and knows every sentence: for the server, which has them all at hand. */
export function fullVoice(locale: string): Voice {
  const known = voices.get(locale);
  if (known) return known;
  const voice = voiceOf(locale, everything[languageOf(locale)]);
  // Locales come from outside, and must not fill the memory.
  if (voices.size >= 200) voices.clear();
  voices.set(locale, voice);
  return voice;
}

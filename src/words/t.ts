import { type I18n, type Messages, setupI18n } from '@lingui/core';
import type first from './catalogues/en/first.json';
import type later from './catalogues/en/later.json';
import type server from './catalogues/en/server.json';
import { directionOf, type Language, languageOf } from './language.ts';

/** What names a sentence of the catalogues. */
export type MessageKey = keyof typeof first | keyof typeof later | keyof typeof server;

/** What a sentence may name: texts, counts, and whether something is so. */
type Values = Readonly<Record<string, string | number | boolean>>;

/** A language with its sentences, and the locale by which it writes its numbers. */
export type Voice = I18n;

/** The voice that goes with a locale (BCP 47), with the compiled sentences of {@link languageOf} it. */
export function voiceOf(locale: string, messages: Messages): Voice {
  const language = languageOf(locale);
  // A plural goes by the language of its sentence, whatever language the browser's numbers are in.
  const numbers = locale.toLowerCase().split('-')[0] === language ? locale : language;
  return setupI18n({ locale: language, locales: numbers, messages: { [language]: { ...messages } } });
}

const untold = (): Voice => {
  throw new Error('No language was chosen before something was to be said.');
};
let voice: () => Voice = untold;

/** Says where the voice is to be had that speaks from now on: one in a browser, that of the request on the server. */
export function speakBy(source: () => Voice): void {
  voice = source;
}

/** The same, where nobody has said so before. */
export function speakByDefault(source: () => Voice): void {
  if (voice === untold) voice = source;
}

/** Does something that takes no time, and says in the given voice what is to be said of it. */
export function speakingAs<Done>(given: Voice, work: () => Done): Done {
  const before = voice;
  voice = () => given;
  try {
    return work();
  } finally {
    voice = before;
  }
}

/** The language that is spoken now. */
export const currentLanguage = (): Language => languageOf(voice().locale);

/** Brings more compiled sentences to the voice that speaks now. */
export const learn = (messages: Messages): void => voice().load(voice().locale, messages);

/** Whether the language that is spoken now has a sentence of this name. */
export const hasMessage = (key: string): key is MessageKey => Object.hasOwn(voice().messages, key);

/** A sentence of the catalogues in the language that is spoken now, with what it names put in. */
export const t = (key: MessageKey, values: Values = {}): string => voice()._(key, isMirrored() ? isolated(values) : values);

/** Several names in a row, all of which are meant, as the language that is spoken now writes them: `A, B and C`. */
export const inList = (names: readonly string[]): string => listed(names, 'conjunction');

/** Several remarks after one another, as the language that is spoken now parts them: `A, B, C`. */
export const inRow = (remarks: readonly string[]): string => listed(remarks, 'unit');

/** Several things of which one is meant. */
export const eitherOf = (readings: readonly string[]): string => listed(readings, 'disjunction');

const isMirrored = (): boolean => directionOf(currentLanguage()) === 'rtl';

const listed = (names: readonly string[], type: 'conjunction' | 'unit' | 'disjunction'): string =>
  new Intl.ListFormat(currentLanguage(), { type, style: type === 'unit' ? 'short' : 'long' }).format(
    isMirrored() || names.some(isRightToLeft) ? names.map(isolate) : names,
  );

/** Whether a text has letters that run from right to left: Hebrew, Arabic and their neighbours. */
const isRightToLeft = (text: string): boolean => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(text);

/** A text that keeps its own direction within a sentence of the other (Unicode's first strong isolate). */
const isolate = (text: string): string => `\u2068${text}\u2069`;

const isolated = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? isolate(value) : value]));

/** The text without the marks that hold its parts in their direction: for what is kept or sent, not only read. */
export const withoutMarks = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

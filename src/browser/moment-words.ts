import { ageWords } from './age-words.ts';

const time = { hour: 'numeric', minute: '2-digit' } as const;
const day = { ...time, month: 'short', day: 'numeric' } as const;

/** A moment in the rep's own way of writing it, with no more of the date than tells it from now. */
export function momentWords(moment: string, locale: string): string {
  const at = new Date(moment);
  const now = new Date();
  const isThisYear = at.getFullYear() === now.getFullYear();
  const parts = at.toDateString() === now.toDateString() ? time : isThisYear ? day : ({ ...day, year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, parts).format(at);
}

/** How long ago a moment was, within the last week; before that, when it was. */
export const sinceWords = (moment: string, locale: string): string =>
  Date.now() - Date.parse(moment) < 7 * 86_400_000 ? ageWords(moment, locale) : momentWords(moment, locale);

/** A moment in full, to the minute. */
export const exactWords = (moment: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(moment));

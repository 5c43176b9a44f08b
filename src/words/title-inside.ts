import { currentLanguage } from './t.ts';

/** A title in the middle of a sentence: in English its first letter is small, unless the word is an abbreviation. */
export function titleInside(title: string): string {
  if (currentLanguage() !== 'en' || !/^\p{Lu}\p{Ll}/u.test(title)) return title;
  return title.charAt(0).toLocaleLowerCase('en') + title.slice(1);
}

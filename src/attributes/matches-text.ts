import { asciiDigits } from './ascii-digits.ts';

/** Letters that no accent can be taken from, as people type them who have not got them on their keys. */
const plainLetters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i' };

/**
 * Text without case and accents, with one kind of apostrophe and of digits, so that "jose" finds "José", "strasse" "Straße" and "o'neil"
 * "O’Neil".
 */
export const folded = (text: string): string =>
  asciiDigits(
    text
      .replace(/[‘’ʼ`´]/g, "'")
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase(),
  ).replace(/[ßøłđæœı]/g, (letter) => plainLetters[letter] ?? letter);

/** The words of a text, folded. */
export const foldedWords = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether two texts have the same words, whatever their case and accents. */
export const isSameText = (one: string, other: string): boolean => foldedWords(one).join(' ') === foldedWords(other).join(' ');

/** Whether every word typed starts a word of one of the texts; nothing typed fits everything. */
export function matchesText(typed: string, texts: readonly string[]): boolean {
  const words = foldedWords(texts.join(' '));
  const whole = folded(texts.join(' '));
  return (
    folded(typed)
      .split(/\s+/)
      // Commas and brackets are not what is looked for, unless nothing else is: an emoji, say.
      .map((part) => part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || part)
      .filter(Boolean)
      .every(
        (part) =>
          words.some((word) => word.startsWith(part)) ||
          ((part.length > 2 || !/[\p{L}\p{N}]/u.test(part)) && whole.includes(part)),
      )
  );
}

// Letters that do not come apart into a base letter and a mark.
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
// Accents of Latin, Greek and Cyrillic letters, Hebrew points and Arabic vowel signs. The signs of other scripts are letters.
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
// Scripts that put no spaces between words, so that one may begin anywhere.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const LONGEST_WORD = 64;
const MOST_WORDS = 500;

/** A text without case, accents and the differences between spellings of one letter. */
function folded(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  const plain = text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(MARKS, '').normalize('NFC');
  return plain.replace(/[øłđðħıßẞæœþ]/g, (letter) => LETTERS[letter] ?? letter);
}

const isAscii = (text: string): boolean => !/[^ -~]/.test(text);

const wordsOf = (text: string): string[] => (folded(text).match(WORD) ?? []).map((word) => word.slice(0, LONGEST_WORD));

/** The words somebody types into a search, folded, each once. */
export function queryWords(query: string): string[] {
  return [...new Set(wordsOf(query))];
}

/**
 * The words a text is to be found by, folded. `O’Brien` and `Ji-woo` are also one word each; where words are not spaced,
 * every place is the beginning of one.
 */
export function searchWords(text: string): string[] {
  const joined = text.match(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)+/gu) ?? [];
  const words = [...wordsOf(text), ...joined.flatMap((word) => wordsOf(word.replace(/['’-]/g, '')))];
  const unique = new Set(words.flatMap((word) => (!isAscii(word) && UNSPACED.test(word) ? endings(word, 1) : [word])));
  return [...unique].slice(0, MOST_WORDS);
}

/** A word and what is left of it after its first letter, its first two and so on, down to `shortest` letters. */
export function endings(word: string, shortest: number): string[] {
  const letters = Array.from(word);
  const count = Math.max(1, letters.length - shortest + 1);
  return Array.from({ length: count }, (_, start) => letters.slice(start).join(''));
}

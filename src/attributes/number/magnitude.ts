import { folded } from '../matches-text.ts';
import { pastedLocales } from '../pasted-locales.ts';
import { remembered } from '../remembered.ts';

/** What stands for thousands, millions and more right after a number. */
export interface Magnitude {
  /** The powers of ten that it may mean; several where people differ, as in `2 B`. */
  exponents: readonly number[];
  /** The characters that it takes, with the space before it. */
  length: number;
}

/** Shorthand that is understood in every locale: `48k`, `1.2m`, `3bn`, the German ones, and the plurals of India's. */
const shorthand: Readonly<Record<string, number>> = {
  k: 3,
  tsd: 3,
  m: 6,
  mm: 6,
  mn: 6,
  mio: 6,
  b: 9,
  bn: 9,
  mrd: 9,
  t: 12,
  tn: 12,
  lac: 5,
  lacs: 5,
  lakhs: 5,
  crores: 7,
  // Folded, as Arabic bends them and people leave the marks out; CLDR has the others.
  الف: 3,
  الفا: 3,
  الاف: 3,
  مليونا: 6,
};

/** Written as people type shorthand; `mM` is a Portuguese milliard, not a million. */
const isTypedShorthand = (word: string): boolean => /^(\p{L}?\p{Ll}*|\p{Lu}+)$/u.test(word);

const plainWord = (word: string): string =>
  word
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '');

/** The words for powers of ten with which a locale writes compact numbers (CLDR), each with the powers that it means. */
const wordsIn = remembered((locale: string): ReadonlyMap<string, ReadonlySet<number>> => {
  const words = new Map<string, Set<number>>();
  for (const compactDisplay of ['short', 'long'] as const) {
    const format = new Intl.NumberFormat(locale, {
      notation: 'compact',
      compactDisplay,
      numberingSystem: 'latn',
      useGrouping: false,
    });
    for (let power = 3; power <= 14; power += 1) {
      for (const count of [1, 1.5, 2, 5]) {
        const parts = format.formatToParts(count * 10 ** power);
        const [word] = parts.flatMap(({ type, value }) => (type === 'compact' ? [plainWord(value)] : []));
        const whole = parts.find(({ type }) => type === 'integer')?.value.length;
        // Some leave the one of "one thousand" out.
        if (word === undefined || whole === undefined) continue;
        words.set(word, (words.get(word) ?? new Set()).add(power - whole + 1));
      }
    }
  }
  return words;
});

const wordsAnywhere = remembered((): ReadonlyMap<string, ReadonlySet<number>> => {
  const words = new Map<string, Set<number>>();
  for (const locale of pastedLocales) {
    for (const [word, exponents] of wordsIn(locale)) words.set(word, new Set([...(words.get(word) ?? []), ...exponents]));
  }
  return words;
});

function foldedIn(locale: string, word: string): number[] {
  const folded = word.toLowerCase();
  return [...wordsIn(locale)].flatMap(([one, exponents]) => (one.toLowerCase() === folded ? [...exponents] : []));
}

/**
 * The powers of ten that a word after a number may mean to somebody of the locale. Typed right behind the number it is shorthand, or
 * the locale's own; after a space it may have been written anywhere, and `2 M` means a thousand times more in Indonesia.
 */
function exponentsOf(word: string, locale: string, isSpaced: boolean): number[] {
  const plain = plainWord(word);
  const isArabic = /\p{Script=Arabic}/u.test(plain);
  const typed = isArabic || isTypedShorthand(plain) ? shorthand[isArabic ? folded(plain) : plain.toLowerCase()] : undefined;
  const own = wordsIn(locale).get(plain) ?? foldedIn(locale, plain);
  // `T€` is what German reports count in.
  const german = plain === 'T' && locale.startsWith('de') ? [3] : [];
  const near = new Set([...own, ...german, ...(typed === undefined ? [] : [typed])]);
  // One letter that is neither says too little: `5 E` may well be euros.
  if (near.size === 0 && /^[a-z]$/i.test(plain)) return [];
  const far = isSpaced || near.size === 0 ? (wordsAnywhere().get(plain) ?? []) : [];
  return [...new Set([...near, ...far])].sort((a, b) => a - b);
}

const letters = String.raw`[\p{L}\p{M}॰]+`;
/** One way only to take it apart, or a long one would never come to an end. */
const word = String.raw`${letters}(?:\.${letters})*\.?`;
const spelled = [
  new RegExp(`^\\s*(${word}\\s+${word})(?![\\p{L}\\p{Nd}])`, 'u'),
  new RegExp(`^\\s*(${word})(?![\\p{L}\\p{Nd}])`, 'u'),
];
/** These are written without a space before what they count: `120만원`, `1.2万円`. */
const eastAsian = /^\s*([万億亿兆萬천만억조]{1,2})/u;

/** What stands for a power of ten at the start of what follows a number; null when nothing does. */
export function leadingMagnitude(text: string, locale: string): Magnitude | null {
  for (const pattern of [eastAsian, ...spelled]) {
    const [all, found] = pattern.exec(text) ?? [];
    if (all === undefined || found === undefined) continue;
    const exponents = exponentsOf(found, locale, /^\s/.test(text));
    if (exponents.length > 0) return { exponents, length: all.length };
  }
  return null;
}

const split = (text: string) => text.split(' ');

// No beginning starts with what a syllable may end in, so that no two rows of syllables spell the same word.
const BEGINNINGS = split('b d f g h j k l m n p r s t v z br dr gr tr cl pl');
const ENDS = split('a e i o u an en el ar or in');
const SYLLABLES = BEGINNINGS.flatMap((beginning) => ENDS.map((end) => beginning + end));
const COUNT = SYLLABLES.length;

/** How many words of three syllables there are. */
export const MADE_UP_WORDS = COUNT ** 3;
// Shares no factor with the number of words, so that every number leads to a word of its own, and neighbours look unlike.
const STEP = 5_754_853;

/** A pronounceable word of three syllables, or two, for a number; different for every number below `MADE_UP_WORDS`. */
export function madeUpWord(number: number, syllables: 2 | 3 = 3): string {
  let rest = (number * STEP) % COUNT ** syllables;
  let word = '';
  for (let index = 0; index < syllables; index += 1) {
    word = (SYLLABLES[rest % COUNT] ?? '') + word;
    rest = Math.floor(rest / COUNT);
  }
  return word;
}

/** The same with a capital letter. */
export function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

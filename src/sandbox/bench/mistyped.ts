import type { Random } from '../seed/random.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A word with one typing error anywhere in it: a letter too many, too few or wrong, or two neighbours swapped. */
export function mistyped(word: string, random: Random): string {
  const at = random.below(word.length);
  const before = word.slice(0, at);
  const letter = LETTERS[random.below(LETTERS.length)] ?? '';
  const candidates = [
    before + word.slice(at + 1),
    before + letter + word.slice(at),
    before + letter + word.slice(at + 1),
    before + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
  ];
  const chosen = random.pick(candidates);
  return chosen === word ? mistyped(word, random) : chosen;
}

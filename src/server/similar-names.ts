import { foldedWords } from '../attributes/matches-text.ts';

/** Words that deals of everybody share, so that they tell nothing. */
const usual = new Set(['deal', 'the', 'of', 'and', 'for', 'new', 'a', 'an', 'inc', 'ltd', 'llc', 'gmbh', 'ag', 'sa', 'co']);

/** How alike two names have to be, as the share of their words that both have. */
const enoughWords = 0.6;
/** The same of their pairs of letters, which survive a typing error, a plural and a missing space (Dice's coefficient). */
const enoughPairs = 0.8;

/** Whether two deals are called nearly the same: without case, accents, punctuation, and the words that all names have. */
export function areSimilarNames(one: string, other: string): boolean {
  const [a, b] = [tellingWords(one), tellingWords(other)];
  if (a.size === 0 || b.size === 0) return false;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / new Set([...a, ...b]).size >= enoughWords || sharedPairs([...a].join(''), [...b].join('')) >= enoughPairs;
}

function tellingWords(name: string): Set<string> {
  const words = foldedWords(name);
  const telling = words.filter((word) => !usual.has(word));
  return new Set(telling.length > 0 ? telling : words);
}

/** How often each pair of neighbouring letters stands in a text. */
function pairsIn(text: string): Map<string, number> {
  const letters = [...text];
  const pairs = new Map<string, number>();
  for (const [at, letter] of letters.slice(1).entries()) {
    const pair = `${letters[at]}${letter}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function sharedPairs(one: string, other: string): number {
  const [a, b] = [pairsIn(one), pairsIn(other)];
  const count = (pairs: Map<string, number>) => [...pairs.values()].reduce((sum, times) => sum + times, 0);
  const all = count(a) + count(b);
  const shared = [...a].reduce((sum, [pair, times]) => sum + Math.min(times, b.get(pair) ?? 0), 0);
  return all === 0 ? 0 : (2 * shared) / all;
}

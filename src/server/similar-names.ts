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

const pairsOf = (text: string): string[] => [...text].slice(1).map((letter, at) => `${[...text][at]}${letter}`);

function sharedPairs(one: string, other: string): number {
  const [pairs, rest] = [pairsOf(one), pairsOf(other)];
  const all = pairs.length + rest.length;
  if (all === 0) return 0;
  const shared = pairs.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / all;
}

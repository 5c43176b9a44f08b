import { foldedWords } from '../attributes/matches-text.ts';

/** Words that deals of everybody share, so that they tell nothing. */
const usual = new Set(['deal', 'the', 'of', 'and', 'for', 'new', 'a', 'an', 'inc', 'ltd', 'llc', 'gmbh', 'ag', 'sa', 'co']);

/** How alike two names have to be, as the share of their words that both have. */
const enough = 0.6;

/** Whether two deals are called nearly the same: without case, accents, punctuation, and the words that all names have. */
export function areSimilarNames(one: string, other: string): boolean {
  const [a, b] = [tellingWords(one), tellingWords(other)];
  if (a.size === 0 || b.size === 0) return false;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / new Set([...a, ...b]).size >= enough;
}

function tellingWords(name: string): Set<string> {
  const words = foldedWords(name);
  const telling = words.filter((word) => !usual.has(word));
  return new Set(telling.length > 0 ? telling : words);
}

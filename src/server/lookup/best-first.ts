import { foldedWords } from '../../attributes/matches-text.ts';
import type { Suggestion } from '../../contract/lookup.ts';

/** 0: the name is the query; 1: every word of the query is a whole word of the name; 2: it only begins some. */
function distance(name: string, query: string): number {
  const [words, wanted] = [foldedWords(name), foldedWords(query)];
  if (words.join(' ') === wanted.join(' ')) return 0;
  return wanted.every((word) => words.includes(word)) ? 1 : 2;
}

/**
 * The suggestions that are what was typed before those that only begin like it ("Jon Meier" before "Jonas Meier"); Attio's
 * own order otherwise. Enter takes the first.
 */
export const bestFirst = (suggestions: readonly Suggestion[], query: string): Suggestion[] =>
  [...suggestions].sort((a, b) => distance(a.name, query) - distance(b.name, query));

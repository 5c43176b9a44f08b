import type { Store } from '../storage/store.ts';
import { oneEditAway } from './one-edit-away.ts';

// Fewer letters are too few to tell a typing error from another word.
const SHORTEST_WHOLE = 4;
const SHORTEST_BEGINNING = 5;
// A mistyped beginning may belong to very many words; these are enough to fill a page of hits.
const MOST_PER_BEGINNING = 4;
const MOST_BEGINNINGS = 60;

/**
 * Every word that records have been found by, for telling what a mistyped word may mean. Words stay when their last record
 * goes: one too many finds nothing.
 */
export class WordList {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  /** Takes words in. Numbers are left out: no digit is more likely meant than another. */
  add(words: readonly string[]): void {
    const sql = `INSERT OR IGNORE INTO search_words SELECT value FROM json_each(?) WHERE value GLOB '*[^0-9]*'`;
    this.store.run(sql, JSON.stringify(words));
  }

  /** Takes in every word of the full-text index, whose terms begin with an object's key and a letter for the place. */
  addAll(): void {
    this.store.run(`INSERT OR IGNORE INTO search_words
      SELECT DISTINCT substr(ltrim(term, '0123456789'), 2) AS word FROM search_terms WHERE word GLOB '*[^0-9]*' ORDER BY word`);
  }

  /** The words that begin with this one, itself first; at most so many. None for numbers, which are not listed. */
  beginningWith(word: string, most: number): string[] {
    const sql = 'SELECT word FROM search_words WHERE word >= ? AND word < ? || char(1114111) ORDER BY word LIMIT ?';
    return this.store.all<{ word: string }>(sql, word, word, most).map((row) => row.word);
  }

  /** The words that differ from this one by one typing error. */
  near(word: string): string[] {
    if (isTooShort(word, SHORTEST_WHOLE)) return [];
    const sql = 'SELECT w.word FROM json_each(?) e CROSS JOIN search_words w ON w.word = e.value';
    return this.store.all<{ word: string }>(sql, JSON.stringify(oneEditAway(word))).map((row) => row.word);
  }

  /** Words with a beginning that differs from this one by one typing error; some of them, if there are very many. */
  beginningNear(word: string): string[] {
    if (isTooShort(word, SHORTEST_BEGINNING)) return [];
    const beginnings = oneEditAway(word).filter((beginning) => !isTooShort(beginning, SHORTEST_BEGINNING));
    const sql = `SELECT w.word FROM json_each(?) e CROSS JOIN search_words w ON w.word IN (
      SELECT b.word FROM search_words b WHERE b.word > e.value AND b.word < e.value || char(1114111) LIMIT ${MOST_PER_BEGINNING})
      LIMIT ${MOST_BEGINNINGS}`;
    return this.store.all<{ word: string }>(sql, JSON.stringify(beginnings)).map((row) => row.word);
  }
}

/** Whether a word is a number, of which the list knows nothing. */
export const isNumber = (word: string): boolean => /^\d+$/.test(word);

const isTooShort = (word: string, shortest: number): boolean => isNumber(word) || Array.from(word).length < shortest;

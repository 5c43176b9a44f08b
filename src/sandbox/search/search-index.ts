import type { StoredRecord } from '../records/stored-record.ts';
import type { Store } from '../storage/store.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import { indexedText, matchExpression, type Place, type Term } from './match-expression.ts';
import type { SearchEntry } from './search-entry.ts';
import { queryWords } from './search-words.ts';
import { isNumber, WordList } from './word-list.ts';

/** What a record is to be found by; undefined once it is gone. */
type EntryOf = (recordKey: number) => SearchEntry | undefined;

// Nobody mistypes a word in a text this long and wants it found; looking would only take time.
const MOST_MISTYPED = 8;
// Beginnings of so many letters have an index of their own (storage/migrations.ts); for longer ones, so many words are few.
const INDEXED_LETTERS = 5;
const MOST_BEGUN = 40;
// How much FTS5 holds in memory before it writes; the second is its own default.
const LOADING_BYTES = 33_554_432;
const USUAL_BYTES = 1_048_576;

const whole = (word: string): Term => ({ word, isBeginning: false });

/**
 * Full-text search over records, kept behind these few methods so that another index can take its place
 * (decisions/005-search-engine.md). It is written in the transaction of the change itself. Like the real one it is eventually
 * consistent: a change is found `lagMs` after it was made.
 */
export class SearchIndex {
  private readonly store: Store;
  private readonly words: WordList;
  private readonly lagMs: number;
  private readonly entryOf: EntryOf;

  constructor(store: Store, lagMs: number, entryOf: EntryOf) {
    this.store = store;
    this.words = new WordList(store);
    this.lagMs = lagMs;
    this.entryOf = entryOf;
  }

  /** Says that a record is new or changed. */
  noteChange(record: StoredRecord): void {
    if (this.lagMs === 0) this.renew(record.key);
    else
      this.store.run(
        'INSERT OR REPLACE INTO search_pending (record_key, due_at) VALUES (?, ?)',
        record.key,
        Date.now() + this.lagMs,
      );
  }

  /** Says that a record is gone. */
  forget(record: StoredRecord): void {
    this.store.run('DELETE FROM search_entries WHERE rowid = ?', record.key);
    this.store.run('DELETE FROM search_pending WHERE record_key = ?', record.key);
  }

  /** Takes in records that are certainly new, but not their words: see `finishLoading`. */
  load(entries: readonly { recordKey: number; entry: SearchEntry }[]): void {
    const rows = entries.map(({ recordKey, entry }) => [recordKey, indexedText(entry)]);
    const sql = 'INSERT INTO search_entries (rowid, terms) SELECT value ->> 0, value ->> 1 FROM json_each(?)';
    this.store.run(sql, JSON.stringify(rows));
  }

  /** Says that very many records will be loaded, so that they are taken in large bites. */
  beginLoading(): void {
    this.configure('hashsize', LOADING_BYTES);
  }

  /** Makes the index of everything loaded compact and its words known. Yields between the two. */
  *finishLoading(): Generator<void> {
    this.configure('hashsize', USUAL_BYTES);
    this.store.run(`INSERT INTO search_entries (search_entries) VALUES ('optimize')`);
    yield;
    this.words.addAll();
  }

  /**
   * The keys of the records that fit every word of the query, best first; newest first for no words. A word is fitted by
   * itself, by being the beginning of another, or but for one typing error, in this order; hits in names come before hits
   * in addresses, domains and numbers. Among equals the newest is first.
   */
  find(query: string, objects: readonly WorkspaceObject[], limit: number): number[] {
    this.catchUp();
    const objectKeys = [...new Set(objects.map((object) => object.key))];
    const words = queryWords(query);
    if (words.length === 0) return query.trim() === '' ? this.newest(objectKeys, limit) : [];
    const found = new Set<number>();
    for (const { terms, place } of this.attempts(words, found)) {
      const expression = matchExpression(terms, objectKeys, place);
      // What was found before may be found again, and must not take the place of something new.
      const sql = 'SELECT rowid AS key FROM search_entries WHERE search_entries MATCH ? ORDER BY rowid DESC LIMIT ?';
      for (const { key } of this.store.all<{ key: number }>(sql, expression, limit + found.size)) found.add(key);
      if (found.size >= limit) break;
    }
    return [...found].slice(0, limit);
  }

  /**
   * What is looked for, one thing after the other until there are enough hits. What the list of words knows to be futile is
   * passed over: the full-text index would open every other word before it found out.
   */
  private *attempts(words: readonly string[], found: ReadonlySet<number>): Generator<{ terms: Term[][]; place: Place }> {
    const exact = words.map((word) => [whole(word)]);
    const begun = words.map((word) => this.begun(word));
    if (begun.every((terms) => terms.length > 0)) {
      const areExact = words.map((word) => isNumber(word) || this.words.beginningWith(word, 1)[0] === word);
      if (areExact.every(Boolean)) yield { terms: exact, place: 'name' };
      // Somebody who is still typing has finished all words but the last.
      if (words.length > 1 && areExact.slice(0, -1).every(Boolean))
        yield { terms: [...exact.slice(0, -1), ...begun.slice(-1)], place: 'name' };
      yield { terms: begun, place: 'name' };
      if (areExact.every(Boolean)) yield { terms: exact, place: 'anywhere' };
      yield { terms: begun, place: 'anywhere' };
    }
    if (words.length > MOST_MISTYPED) return;

    const near = words.map((word) => this.words.near(word).map(whole));
    const mistyped = begun.map((terms, index) => [...terms, ...(near[index] ?? [])]);
    if (near.some((terms) => terms.length > 0) && mistyped.every((terms) => terms.length > 0)) {
      yield { terms: mistyped, place: 'name' };
      yield { terms: mistyped, place: 'anywhere' };
    }
    if (found.size > 0) return;
    const last = this.words.beginningNear(words.at(-1) ?? '').map(whole);
    const unfinished = [...mistyped.slice(0, -1), last];
    if (unfinished.some((terms) => terms.length === 0)) return;
    yield { terms: unfinished, place: 'name' };
    yield { terms: unfinished, place: 'anywhere' };
  }

  /**
   * How a word may begin another: by the words themselves if they are few, since the full-text index reads all that a
   * beginning without an index of its own leads to; nothing if there is none.
   */
  private begun(word: string): Term[] {
    const beginning = { word, isBeginning: true };
    if (isNumber(word)) return [beginning];
    const hasIndex = Array.from(word).length <= INDEXED_LETTERS;
    const listed = this.words.beginningWith(word, hasIndex ? 1 : MOST_BEGUN);
    return listed.length === (hasIndex ? 1 : MOST_BEGUN) ? [beginning] : listed.map(whole);
  }

  private configure(setting: string, value: number): void {
    this.store.run('INSERT INTO search_entries (search_entries, rank) VALUES (?, CAST(? AS INTEGER))', setting, value);
  }

  private newest(objectKeys: readonly number[], limit: number): number[] {
    const sql = 'SELECT key FROM records WHERE object_key = ? ORDER BY key DESC LIMIT ?';
    const keys = objectKeys.flatMap((objectKey) => this.store.all<{ key: number }>(sql, objectKey, limit).map((row) => row.key));
    return keys.sort((one, other) => other - one).slice(0, limit);
  }

  /** Renews the entries whose time has come; without a lag, all that an earlier run with one left behind. */
  private catchUp(): void {
    const until = this.lagMs === 0 ? Number.MAX_SAFE_INTEGER : Date.now();
    const due = this.store.all<{ record_key: number }>('SELECT record_key FROM search_pending WHERE due_at <= ?', until);
    if (due.length === 0) return;
    this.store.transaction(() => {
      for (const { record_key } of due) {
        this.renew(record_key);
        this.store.run('DELETE FROM search_pending WHERE record_key = ?', record_key);
      }
    });
  }

  private renew(recordKey: number): void {
    this.store.run('DELETE FROM search_entries WHERE rowid = ?', recordKey);
    const entry = this.entryOf(recordKey);
    if (!entry) return;
    this.load([{ recordKey, entry }]);
    this.words.add([...entry.names, ...entry.others]);
  }
}

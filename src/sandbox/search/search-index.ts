import type { StoredRecord } from '../records/stored-record.ts';
import type { Store } from '../storage/store.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';

/** The text a record is to be found by; undefined once it is gone. */
type TextOf = (recordKey: number) => { objectKey: number; text: string } | undefined;

/**
 * Full-text search over records, kept behind these few methods so that another index can take its place. Like the real
 * one it is eventually consistent: a change is found `lagMs` after it was made.
 */
export class SearchIndex {
  private readonly store: Store;
  private readonly lagMs: number;
  private readonly textOf: TextOf;

  constructor(store: Store, lagMs: number, textOf: TextOf) {
    this.store = store;
    this.lagMs = lagMs;
    this.textOf = textOf;
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
    this.store.run('DELETE FROM search_text WHERE rowid = ?', record.key);
    this.store.run('DELETE FROM search_pending WHERE record_key = ?', record.key);
  }

  /** The keys of the records that have all words of the query as beginnings of words, best first; newest first for no words. */
  find(query: string, objects: readonly WorkspaceObject[], limit: number): number[] {
    this.catchUp();
    const words = query.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    const objectKeys = JSON.stringify(objects.map((object) => object.key));
    const found =
      words.length > 0 ? this.matching(words, objectKeys, limit) : query.trim() === '' ? this.newest(objectKeys, limit) : [];
    return found.map((row) => row.key);
  }

  private matching(words: readonly string[], objectKeys: string, limit: number): { key: number }[] {
    const sql = `SELECT rowid AS key FROM search_text
      WHERE search_text MATCH ? AND object_key IN (SELECT value FROM json_each(?)) ORDER BY rank, rowid DESC LIMIT ?`;
    return this.store.all(sql, words.map((word) => `"${word}"*`).join(' '), objectKeys, limit);
  }

  private newest(objectKeys: string, limit: number): { key: number }[] {
    const sql = 'SELECT key FROM records WHERE object_key IN (SELECT value FROM json_each(?)) ORDER BY key DESC LIMIT ?';
    return this.store.all(sql, objectKeys, limit);
  }

  private catchUp(): void {
    if (this.lagMs === 0) return;
    const due = this.store.all<{ record_key: number }>('SELECT record_key FROM search_pending WHERE due_at <= ?', Date.now());
    if (due.length === 0) return;
    this.store.transaction(() => {
      for (const { record_key } of due) {
        this.renew(record_key);
        this.store.run('DELETE FROM search_pending WHERE record_key = ?', record_key);
      }
    });
  }

  private renew(recordKey: number): void {
    this.store.run('DELETE FROM search_text WHERE rowid = ?', recordKey);
    const entry = this.textOf(recordKey);
    if (entry)
      this.store.run(
        'INSERT INTO search_text (rowid, object_key, text) VALUES (?, ?, ?)',
        recordKey,
        entry.objectKey,
        entry.text,
      );
  }
}

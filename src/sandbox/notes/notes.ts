import { randomUUID } from 'node:crypto';
import type { Write } from '../records/stored-value.ts';
import type { Store } from '../storage/store.ts';
import type { Actor } from '../workspace/actor.ts';

/** A note on a record. */
export type Note = {
  id: string;
  objectKey: number;
  recordId: string;
  title: string;
  plaintext: string;
  markdown: string;
  createdAt: string;
  actor: Actor;
};

type NoteRow = {
  note_id: string;
  object_key: number;
  record_id: string;
  title: string;
  content_plaintext: string;
  content_markdown: string;
  created_at: string;
  actor_type: Actor['type'];
  actor_id: string | null;
};

const SELECT = 'SELECT n.*, r.object_key, r.record_id FROM notes n JOIN records r ON r.key = n.record_key';

/** Whose notes are listed: those of one object, of one record, or all. */
export type NoteFilter = { objectKey: number | null; recordId: string | null };

/** The notes as stored; they go with their record. */
export class Notes {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  /** Newest first (assumed). */
  list({ objectKey, recordId }: NoteFilter, page: { limit: number; offset: number }): Note[] {
    const sql = `${SELECT} WHERE (? IS NULL OR r.object_key = ?) AND (? IS NULL OR r.record_id = ?)
      ORDER BY n.created_at DESC, n.key DESC LIMIT ? OFFSET ?`;
    return this.store.all<NoteRow>(sql, objectKey, objectKey, recordId, recordId, page.limit, page.offset).map(fromRow);
  }

  byId(id: string): Note | undefined {
    const row = this.store.get<NoteRow>(`${SELECT} WHERE n.note_id = ?`, id);
    return row && fromRow(row);
  }

  /** Keeps a note on a record and answers its id; `createdAt` may lie before the write itself. */
  add(recordKey: number, note: Pick<Note, 'title' | 'plaintext' | 'markdown' | 'createdAt'>, { actor }: Write): string {
    const id = randomUUID();
    this.store.run(
      `INSERT INTO notes (note_id, record_key, title, content_plaintext, content_markdown, created_at, actor_type, actor_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      recordKey,
      note.title,
      note.plaintext,
      note.markdown,
      note.createdAt,
      actor.type,
      actor.id,
    );
    return id;
  }

  delete(note: Note): void {
    this.store.run('DELETE FROM notes WHERE note_id = ?', note.id);
  }
}

function fromRow(row: NoteRow): Note {
  return {
    id: row.note_id,
    objectKey: row.object_key,
    recordId: row.record_id,
    title: row.title,
    plaintext: row.content_plaintext,
    markdown: row.content_markdown,
    createdAt: row.created_at,
    actor: { type: row.actor_type, id: row.actor_id },
  };
}

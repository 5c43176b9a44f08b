import { randomUUID } from 'node:crypto';
import type { Write } from '../records/stored-value.ts';
import type { Store } from '../storage/store.ts';
import type { Actor } from '../workspace/actor.ts';

/** Something to be done. */
export type Task = {
  id: string;
  content: string;
  deadlineAt: string | null;
  completedAt: string | null;
  createdAt: string;
  actor: Actor;
  linkedRecords: readonly { objectKey: number; recordId: string }[];
  /** Ids of members. */
  assignees: readonly string[];
};

/** What of a task can be written, at first and later. */
export type TaskChange = {
  deadlineAt?: string | null;
  isCompleted?: boolean;
  /** Keys of records. */
  linkedRecords?: readonly number[];
  assignees?: readonly string[];
};

/** Which tasks are listed; null asks nothing. */
export type TaskFilter = {
  recordKey: number | null;
  /** A member's id, or `nobody`. */
  assignee: string | null;
  isCompleted: boolean | null;
  isNewestFirst: boolean;
};

type TaskRow = {
  key: number;
  task_id: string;
  content: string;
  deadline_at: string | null;
  completed_at: string | null;
  created_at: string;
  actor_type: Actor['type'];
  actor_id: string | null;
};

/** The tasks as stored. A record or task that goes takes its links along. */
export class Tasks {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  /** In the order they were made, or the other way round. */
  list(filter: TaskFilter, page: { limit: number; offset: number }): Task[] {
    const direction = filter.isNewestFirst ? 'DESC' : 'ASC';
    const isCompleted = filter.isCompleted === null ? null : Number(filter.isCompleted);
    const rows = this.store.all<TaskRow>(
      `SELECT * FROM tasks t
        WHERE (? IS NULL OR EXISTS (SELECT 1 FROM task_records r WHERE r.task_key = t.key AND r.record_key = ?))
        AND (? IS NULL OR ? IN (SELECT a.member_id FROM task_assignees a WHERE a.task_key = t.key
          UNION ALL SELECT 'nobody' WHERE NOT EXISTS (SELECT 1 FROM task_assignees a WHERE a.task_key = t.key)))
        AND (? IS NULL OR (completed_at IS NOT NULL) = ?)
        ORDER BY t.created_at ${direction}, t.key ${direction} LIMIT ? OFFSET ?`,
      filter.recordKey,
      filter.recordKey,
      filter.assignee,
      filter.assignee,
      isCompleted,
      isCompleted,
      page.limit,
      page.offset,
    );
    return rows.map((row) => this.fromRow(row));
  }

  byId(id: string): Task | undefined {
    const row = this.store.get<TaskRow>('SELECT * FROM tasks WHERE task_id = ?', id);
    return row && this.fromRow(row);
  }

  /** Keeps a new task and answers its id. */
  add(content: string, change: Required<TaskChange>, write: Write): string {
    const id = randomUUID();
    this.store.run(
      'INSERT INTO tasks (task_id, content, created_at, actor_type, actor_id) VALUES (?, ?, ?, ?, ?)',
      id,
      content,
      write.at,
      write.actor.type,
      write.actor.id,
    );
    this.change(id, change, write);
    return id;
  }

  /** Writes what is given and leaves the rest alone; lists become exactly what was given. */
  change(id: string, { deadlineAt, isCompleted, linkedRecords, assignees }: TaskChange, write: Write): void {
    const { store } = this;
    if (deadlineAt !== undefined) store.run('UPDATE tasks SET deadline_at = ? WHERE task_id = ?', deadlineAt, id);
    // One that is completed already stays completed since then.
    if (isCompleted) store.run('UPDATE tasks SET completed_at = coalesce(completed_at, ?) WHERE task_id = ?', write.at, id);
    if (isCompleted === false) store.run('UPDATE tasks SET completed_at = NULL WHERE task_id = ?', id);
    if (linkedRecords) this.replaceList(id, 'task_records', 'record_key', linkedRecords);
    if (assignees) this.replaceList(id, 'task_assignees', 'member_id', assignees);
  }

  delete(task: Task): void {
    this.store.run('DELETE FROM tasks WHERE task_id = ?', task.id);
  }

  private replaceList(id: string, table: string, column: string, members: readonly (string | number)[]): void {
    this.store.run(`DELETE FROM ${table} WHERE task_key = (SELECT key FROM tasks WHERE task_id = ?)`, id);
    [...new Set(members)].forEach((member, position) => {
      this.store.run(
        `INSERT INTO ${table} (task_key, ${column}, position) SELECT key, ?, ? FROM tasks WHERE task_id = ?`,
        member,
        position,
        id,
      );
    });
  }

  private fromRow(row: TaskRow): Task {
    const links = this.store.all<{ object_key: number; record_id: string }>(
      `SELECT r.object_key, r.record_id FROM task_records t JOIN records r ON r.key = t.record_key
        WHERE t.task_key = ? ORDER BY t.position`,
      row.key,
    );
    const assignees = this.store.all<{ member_id: string }>(
      'SELECT member_id FROM task_assignees WHERE task_key = ? ORDER BY position',
      row.key,
    );
    return {
      id: row.task_id,
      content: row.content,
      deadlineAt: row.deadline_at,
      completedAt: row.completed_at,
      createdAt: row.created_at,
      actor: { type: row.actor_type, id: row.actor_id },
      linkedRecords: links.map(({ object_key, record_id }) => ({ objectKey: object_key, recordId: record_id })),
      assignees: assignees.map(({ member_id }) => member_id),
    };
  }
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, type SqliteDatabase, SqliteDialect } from 'kysely';
import LibsqlDatabase from 'libsql';
import pg from 'pg';
import type { LoginTable } from '../session/login-store.ts';
import { sessionMigrations } from '../session/session-migrations.ts';
import type { SessionTable } from '../session/session-store.ts';
import { ledgerMigrations } from './ledger-migrations.ts';
import { migratePostgres, migrateSqlite } from './migrate.ts';
import type { NewRecordTable } from './new-records.ts';
import type { SubmissionTable, WorkspaceTable } from './submission-table.ts';
import type { WorkspaceSettingsTable } from './workspace-settings.ts';

/** Every table there is. */
export interface Tables {
  submissions: SubmissionTable;
  workspaces: WorkspaceTable;
  new_records: NewRecordTable;
  workspace_settings: WorkspaceSettingsTable;
  sessions: SessionTable;
  logins: LoginTable;
}
export type Database = Kysely<Tables>;

const migrations = [...ledgerMigrations, ...sessionMigrations];

/** How long a writer waits for another process on the same file before giving up. */
const busyTimeoutMs = 5_000;

/**
 * Opens the one database file, `dealslip.db` in the directory, and brings its tables up to date.
 * WAL with `synchronous=FULL`: a commit is on disk when it returns (sqlite.org, pragma synchronous), which is what the
 * ledger's promise rests on. The busy timeout comes first because setting the journal mode needs a lock too.
 */
export function openSqlite(directory: string): Database {
  // The file holds what reps entered and their encrypted tokens: nobody else of the host reads it.
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = new LibsqlDatabase(join(directory, 'dealslip.db'));
  file.exec(`pragma busy_timeout = ${busyTimeoutMs}`);
  whileBusy(() => file.exec('pragma journal_mode = wal'));
  file.exec('pragma synchronous = full');
  whileBusy(() => migrateSqlite(file, migrations));
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepingStatements(file) }) });
}

/** Some locks of a file that another process is just opening are not waited for by SQLite itself. */
function whileBusy(work: () => void): void {
  for (let tries = 0; ; tries += 1) {
    try {
      work();
      return;
    } catch (error) {
      const isBusy = error instanceof Error && /database (?:table )?is locked|SQLITE_BUSY/.test(error.message);
      if (!isBusy || tries >= 50) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
}

/**
 * Prepares each statement once: the queries are some dozens, and preparing takes as long as running. They are not run one inside
 * the other, since there is one connection, which serves one query at a time.
 */
function keepingStatements(file: LibsqlDatabase.Database): SqliteDatabase {
  const statements = new Map<string, LibsqlDatabase.Statement>();
  return {
    prepare(sql) {
      // SQLite has rolled back by itself when the disk is full: that error counts, and not that there is nothing to roll back.
      if (sql === 'rollback' && !file.inTransaction) return file.prepare('select 1');
      const kept = statements.get(sql) ?? file.prepare(sql);
      // Lists of ids make as many texts as there are lengths.
      if (statements.size < maxStatements) statements.set(sql, kept);
      return kept;
    },
    close: () => file.close(),
  };
}
const maxStatements = 200;

const int8 = 20;

/**
 * Opens a PostgreSQL database, shared by every replica, and brings its tables up to date. Every commit waits for the disk
 * (`synchronous_commit = on` is asked for by each connection, whatever the server's default).
 */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'dealslip',
    max: 10,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 5_000,
    options: '-c synchronous_commit=on',
    types: {
      // Times are milliseconds since the epoch: far within what a number holds exactly.
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === int8 ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
    },
  });
  // A connection that breaks tells whoever waits for its query, and the pool makes another. Its event alone, which may come
  // between two queries or while nobody uses it, must not end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await migratePostgres(pool, migrations);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

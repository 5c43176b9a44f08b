import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import LibsqlDatabase from 'libsql';
import type { LoginTable } from '../session/login-store.ts';
import { sessionMigrations } from '../session/session-migrations.ts';
import type { SessionTable } from '../session/session-store.ts';
import { ledgerMigrations } from './ledger-migrations.ts';
import { migrate } from './migrate.ts';
import type { SubmissionTable } from './submission-table.ts';

/** Every table there is. */
export interface Tables {
  submissions: SubmissionTable;
  sessions: SessionTable;
  logins: LoginTable;
}
export type Database = Kysely<Tables>;

/** How long a writer waits for another process on the same file before giving up. */
const busyTimeoutMs = 5_000;

/**
 * Opens the one database file, `dealslip.db` in the directory, and brings its tables up to date.
 * WAL with `synchronous=FULL`: a commit is on disk when it returns (sqlite.org, pragma synchronous), which is what the
 * ledger's promise rests on. The busy timeout comes first because setting the journal mode needs a lock too.
 */
export function openDatabase(directory: string): Database {
  // The file holds what reps entered and their encrypted tokens: nobody else of the host reads it.
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = new LibsqlDatabase(join(directory, 'dealslip.db'));
  file.exec(`pragma busy_timeout = ${busyTimeoutMs}`);
  file.exec('pragma journal_mode = wal');
  file.exec('pragma synchronous = full');
  migrate(file, [...ledgerMigrations, ...sessionMigrations]);
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) });
}

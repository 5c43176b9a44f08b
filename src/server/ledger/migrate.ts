import type LibsqlDatabase from 'libsql';
import type { Pool } from 'pg';

/**
 * One step forward; once released it is never edited, only followed by another. The SQL is SQLite's, in words that both
 * engines know.
 */
export interface Migration {
  name: string;
  sql: string;
}

const table = 'create table if not exists migrations (name text primary key, applied_at text not null) strict';

/**
 * Applies the migrations that the file has not seen, all in one immediate transaction: of two processes that start
 * together the second waits, and then finds nothing to do.
 */
export function migrateSqlite(file: LibsqlDatabase.Database, migrations: readonly Migration[]): void {
  const apply = file.transaction(() => {
    file.exec(table);
    const applied = new Set(file.prepare('select name from migrations').all().map(nameOf));
    for (const { name, sql } of migrations) {
      if (applied.has(name)) continue;
      file.exec(sql);
      file.prepare('insert into migrations (name, applied_at) values (?, ?)').run(name, new Date().toISOString());
    }
  });
  apply.immediate();
}

/** Any number will do, as long as every replica waits for the same. */
const advisoryLock = 4_310_002;

/** The same for PostgreSQL: an advisory lock of the transaction lets one replica after the other look. */
export async function migratePostgres(pool: Pool, migrations: readonly Migration[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [advisoryLock]);
    await client.query(inPostgres(table));
    const applied = new Set((await client.query('select name from migrations')).rows.map(nameOf));
    for (const { name, sql } of migrations) {
      if (applied.has(name)) continue;
      await client.query(inPostgres(sql));
      await client.query('insert into migrations (name, applied_at) values ($1, $2)', [name, new Date().toISOString()]);
    }
    await client.query('commit');
    client.release();
  } catch (error) {
    // A connection in the middle of a transaction is of no use to anybody.
    client.release(true);
    throw error;
  }
}

/** SQLite's whole numbers have 64 bits, its strict tables are what PostgreSQL's always are, and it alone has row ids. */
const inPostgres = (sql: string): string => sql.replace(/\binteger\b/g, 'bigint').replace(/\) strict(, without rowid)?/g, ')');

const nameOf = (row: unknown): unknown => (typeof row === 'object' && row !== null && 'name' in row ? row.name : undefined);

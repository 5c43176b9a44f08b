import type LibsqlDatabase from 'libsql';

/** One step forward; once released it is never edited, only followed by another. */
export interface Migration {
  name: string;
  sql: string;
}

/**
 * Applies the migrations that the file has not seen, all in one immediate transaction: of two processes that start
 * together the second waits, and then finds nothing to do.
 */
export function migrate(file: LibsqlDatabase.Database, migrations: readonly Migration[]): void {
  const apply = file.transaction(() => {
    file.exec('create table if not exists migrations (name text primary key, applied_at text not null) strict');
    const applied = new Set(file.prepare('select name from migrations').all().map(nameOf));
    for (const { name, sql } of migrations) {
      if (applied.has(name)) continue;
      file.exec(sql);
      file.prepare('insert into migrations (name, applied_at) values (?, ?)').run(name, new Date().toISOString());
    }
  });
  apply.immediate();
}

const nameOf = (row: unknown): unknown => (typeof row === 'object' && row !== null && 'name' in row ? row.name : undefined);

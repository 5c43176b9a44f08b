import { join } from 'node:path';
import Database from 'libsql';
import { makeDirectory } from './make-directory.ts';
import { migrations } from './migrations.ts';

type Parameter = string | number | null;

/** The file's name in its directory. */
export const DATABASE = 'sandbox.sqlite';
// Of the pages read last, in KiB. The rest is left to the operating system's cache, which is bounded by itself.
const CACHE_KIB = 65_536;

/** The sandbox's one SQLite file: typed reads, prepared once, and transactions that either happen or do not. */
export class Store {
  private readonly database: Database.Database;
  private readonly statements = new Map<string, Database.Statement<Parameter[]>>();
  private inTransaction = false;

  /** Opens (or makes) the database in `directory`; `:memory:` keeps nothing. */
  constructor(directory: string, name = DATABASE) {
    this.database = opened(directory, name);
    // An answered write must survive kill -9 and a power cut alike.
    this.database.exec('PRAGMA synchronous = FULL');
    this.database.exec('PRAGMA foreign_keys = ON');
    this.database.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
    this.migrate();
  }

  /** Every row of a query. The caller names the row's shape, which is the shape of the SQL. */
  all<Row>(sql: string, ...parameters: Parameter[]): Row[] {
    return this.statement(sql).all(...parameters) as Row[];
  }

  /** The first row of a query, if there is one. */
  get<Row>(sql: string, ...parameters: Parameter[]): Row | undefined {
    return this.statement(sql).get(...parameters) as Row | undefined;
  }

  /** Changes something; answers how many rows changed and the key of the last one put in. */
  run(sql: string, ...parameters: Parameter[]): { changes: number; key: number } {
    const result = this.statement(sql).run(...parameters);
    return { changes: result.changes, key: Number(result.lastInsertRowid) };
  }

  /** Runs `work` in one transaction; whatever it throws undoes everything. Inside another one it simply joins it. */
  transaction<Result>(work: () => Result): Result {
    if (this.inTransaction) return work();
    this.database.exec('BEGIN IMMEDIATE');
    this.inTransaction = true;
    try {
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      this.database.exec('ROLLBACK');
      throw error;
    } finally {
      this.inTransaction = false;
    }
  }

  /** Runs SQL that answers nothing. */
  execute(sql: string): void {
    this.database.exec(sql);
  }

  /**
   * Makes a database that nobody else uses as fast to fill as possible, at the price of losing all of it in a crash. Answers
   * the SQL of the indexes that are to be made again when it is full; until then it is not to be asked anything.
   */
  beginLoading(): string[] {
    this.database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF');
    // An index is made by sorting; in a file, so that memory stays bounded.
    this.database.exec('PRAGMA temp_store = FILE');
    const indexes = this.all<{ name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('records', 'attribute_values')`,
    );
    for (const { name } of indexes) this.database.exec(`DROP INDEX ${name}`);
    return indexes.map(({ sql }) => sql);
  }

  /** Empties every table. */
  clear(): void {
    const tables = [
      'webhook_deliveries',
      'webhooks',
      'task_assignees',
      'task_records',
      'tasks',
      'notes',
      'search_entries',
      'search_words',
      'search_pending',
      'company_links_pending',
      'tokens',
      'authorization_codes',
      'attribute_values',
      'records',
    ];
    const configuration = ['choices', 'attributes', 'lists', 'objects', 'collections', 'members', 'workspace'];
    this.transaction(() => {
      for (const table of [...tables, ...configuration]) this.database.exec(`DELETE FROM ${table}`);
    });
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }

  private statement(sql: string): Database.Statement<Parameter[]> {
    const known = this.statements.get(sql);
    if (known) return known;
    // Filters make their own SQL; forgetting all of them now and then keeps a long run from growing.
    if (this.statements.size > 500) this.statements.clear();
    const statement = this.database.prepare<Parameter[]>(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  private migrate(): void {
    const row = this.get<{ user_version: number }>('PRAGMA user_version');
    const seen = row?.user_version ?? 0;
    if (seen > migrations.length)
      throw new Error('The data directory was written by a newer sandbox; use that one or another directory.');
    migrations.slice(seen).forEach((step, index) => {
      this.transaction(() => {
        this.database.exec(step);
        this.database.exec(`PRAGMA user_version = ${seen + index + 1}`);
      });
    });
  }
}

/** Makes the directory and opens the file in it, or says in one sentence why `--data` cannot be used. */
function opened(directory: string, name: string): Database.Database {
  try {
    if (directory === '') throw new Error('it has no name');
    if (directory !== ':memory:') makeDirectory(directory);
    const database = new Database(directory === ':memory:' ? directory : join(directory, name));
    database.exec('PRAGMA busy_timeout = 5000');
    database.exec('PRAGMA journal_mode = WAL');
    return database;
  } catch (error) {
    throw new Error(`--data must name a directory that can be written to, not "${directory}": ${reasonOf(error)}.`);
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EEXIST' || code === 'ENOTDIR') return 'a file stands there';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'writing there is not allowed';
  if (code === 'ENOENT') return 'it cannot be made there';
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) return 'the file in it cannot be written';
  return error instanceof Error ? error.message : String(error);
}

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { hasPostgres, type PrivatePostgres, startPrivatePostgres, testDatabaseUrl } from '../../commands/private-postgres.mjs';

/** What a server keeps its data in, in one test. */
export interface TestEngine {
  name: 'SQLite' | 'PostgreSQL';
  /** Environment of a server with a database of its own; none for SQLite, which lies in the server's directory. */
  database(): Promise<Record<string, string>>;
}

let server: Promise<PrivatePostgres | null> | undefined;

/** The PostgreSQL of all tests of this process: the one named by TEST_DATABASE_URL, else a private one. */
export async function postgresServer(): Promise<{ url: string; restart: PrivatePostgres['restart'] | null }> {
  if (testDatabaseUrl) return { url: testDatabaseUrl, restart: null };
  server ??= startPrivatePostgres();
  const started = await server;
  if (!started) throw new Error('There is no PostgreSQL here, and none can be installed: set TEST_DATABASE_URL.');
  return started;
}

/** A new, empty database of that server. */
export async function newDatabaseUrl(): Promise<string> {
  const { url } = await postgresServer();
  const name = `dealslip_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}

/** Whether tests of PostgreSQL are skipped: `npm test` has said why. */
export const lacksPostgres = !hasPostgres();

const sqlite: TestEngine = { name: 'SQLite', database: async () => ({}) };
const postgres: TestEngine = { name: 'PostgreSQL', database: async () => ({ DATABASE_URL: await newDatabaseUrl() }) };

/** Both engines, for tests that hold whatever the data is kept in; without the programs of the one, the other. */
export const engines: readonly TestEngine[] = lacksPostgres ? [sqlite] : [sqlite, postgres];

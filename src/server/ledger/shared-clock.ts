import { PostgresAdapter, type RawBuilder, sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from './open-database.ts';

/** Whether the data is in PostgreSQL, where several hosts may work on it. */
export const isPostgres = (db: Database): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

/**
 * Whether the time in a column has come; also when it is further ahead than it is ever set: then it was written by a clock that has
 * been put back since.
 */
export const hasCome = (column: string, at: () => RawBuilder<number>, farthest: RawBuilder<number>): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(column)} <= ${at()} or ${sql.ref(column)} > ${at()} + ${farthest})`;

/**
 * Now, in milliseconds, on a clock that all processes on the data share: PostgreSQL's own, so that no replica's clock decides
 * when another's lease is over; for SQLite that of the one host.
 */
export const sharedNow = (db: Database, now: Clock): (() => RawBuilder<number>) =>
  isPostgres(db)
    ? () => sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`
    : () => sql<number>`cast(${now()} as integer)`;

import { randomUUID } from 'node:crypto';
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from './open-database.ts';
import { isQueued, type SubmissionKey } from './submission-row.ts';
import type { Protection } from './submission-table.ts';

/** The pace at which a workspace may write. */
export interface Pace {
  /** Between two writes. */
  intervalMs: number;
  /** How far a write may be ahead of that, so that a few may leave at once after a rest. */
  toleranceMs: number;
}

/** No pause and no debt is longer: a time after this was written by a clock that has been put back since. */
const longestMs = 120_000;
export const longest: RawBuilder<number> = sql.lit(longestMs);
export const latest = (at: () => RawBuilder<number>): RawBuilder<number> => sql<number>`${at()} + ${longest}`;

/** Whose turn is asked for. A submission that is just arriving leaves it to those that wait already, and has none if it is there. */
export interface Turn {
  workspaceId: string;
  protection: Protection;
  arriving: SubmissionKey | null;
}

/**
 * Takes a workspace's turn to write, by the clock that all processes share; gives back the milliseconds until it comes, 0 when it
 * was taken. It must be the first statement of its transaction: being a write, it makes every other claim in the workspace wait,
 * on either engine.
 */
export async function takeTurn(
  transaction: Transaction<Tables>,
  turn: Turn,
  pace: Pace,
  at: () => RawBuilder<number>,
): Promise<number> {
  const own = randomUUID();
  const row = await turnQuery(transaction, own, turn, pace, at).executeTakeFirstOrThrow();
  if (row.turn === own) return 0;
  return Math.max(1, row.paused_until - row.now, row.next_write_at - pace.toleranceMs - row.now);
}

/** The statement that takes a turn: it was taken when the row that it gives back names the caller's own. */
export function turnQuery(
  db: Kysely<Tables>,
  own: string,
  { workspaceId, protection, arriving }: Turn,
  { intervalMs, toleranceMs }: Pace,
  at: () => RawBuilder<number>,
) {
  // The time, which is always positive, leads SQLite to the index of those that wait, past all that have been sent.
  const nobodyWaits = sql<boolean>`not exists (select 1 from submissions where workspace_id = ${workspaceId} and ${isQueued} and received_at > 0)`;
  const isNew =
    arriving &&
    sql<boolean>`not exists (select 1 from submissions where workspace_id = ${workspaceId} and member_id = ${arriving.memberId} and id = ${arriving.id})`;
  const isPast = (time: RawBuilder<number>) => sql<boolean>`(${time} <= ${at()} or ${time} >= ${latest(at)})`;
  const isRested = isPast(sql`workspaces.next_write_at - ${sql.lit(toleranceMs)}`);
  const hasCome = sql<boolean>`${isPast(sql`workspaces.paused_until`)} and ${isRested} and ${isNew ? sql`${nobodyWaits} and ${isNew}` : sql`1 = 1`}`;
  const next = sql<number>`case when workspaces.next_write_at > ${at()} and workspaces.next_write_at < ${latest(at)} then workspaces.next_write_at else ${at()} end + ${sql.lit(intervalMs)}`;
  return db
    .insertInto('workspaces')
    .values({
      workspace_id: workspaceId,
      next_write_at: sql<number>`${at()} + ${sql.lit(intervalMs)}`,
      turn: own,
      pause_reason: null,
      actor: null,
      protection,
    })
    .onConflict((conflict) =>
      conflict.column('workspace_id').doUpdateSet({
        protection,
        next_write_at: sql<number>`case when ${hasCome} then ${next} else workspaces.next_write_at end`,
        turn: sql<string>`case when ${hasCome} then ${own} else workspaces.turn end`,
      }),
    )
    .returning(['turn', 'next_write_at', 'paused_until', at().as('now')]);
}

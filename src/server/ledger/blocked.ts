import { type RawBuilder, sql } from 'kysely';
import type { BlockReason } from '../../contract/submission.ts';

/** What keeps a submission out of Attio. */
export interface Block {
  why: BlockReason;
  /** What Attio said, as JSON; null when nothing was asked of it. */
  answer: string | null;
}

/** Rights are given by people, so what lacks one is tried again ever more seldom: a minute at first, an hour at most. */
const [shortestMs, longestMs] = [60_000, 3_600_000];

/** Columns of a row that is kept out. While it is, `reason` says why, and before `not_before` it is not tried again by itself. */
export function blockedBy({ why, answer }: Block, at: () => RawBuilder<number>) {
  const age = sql`((${at()} - received_at) / 4)`;
  const rest = sql`case when ${age} < ${sql.lit(shortestMs)} then ${sql.lit(shortestMs)} when ${age} > ${sql.lit(longestMs)} then ${sql.lit(longestMs)} else ${age} end`;
  return {
    state: 'blocked_auth',
    reason: why,
    answer,
    wait_reason: null,
    not_before: sql<number>`${at()} + ${rest}`,
  } as const;
}

/** Columns of a row that is kept out no longer. */
export const unblocked = { state: 'deferred', reason: null, answer: null, not_before: 0 } as const;

import { type ExpressionBuilder, type ExpressionWrapper, type Selectable, type SqlBool, sql } from 'kysely';
import type { Tables } from './open-database.ts';
import type { Protection, SubmissionTable } from './submission-table.ts';

/** Whose submission, and which. */
export interface SubmissionKey {
  workspaceId: string;
  memberId: string;
  id: string;
}

export type SubmissionRow = Selectable<SubmissionTable>;

export const keyOf = (row: Pick<SubmissionRow, 'workspace_id' | 'member_id' | 'id'>): SubmissionKey => ({
  workspaceId: row.workspace_id,
  memberId: row.member_id,
  id: row.id,
});

/** A text that is one for each submission. */
export const nameOf = ({ workspaceId, memberId, id }: SubmissionKey): string => `${workspaceId}:${memberId}:${id}`;

type Submissions = ExpressionBuilder<Tables, 'submissions'>;

/** That a row is the one of the key. */
export const isRow =
  ({ workspaceId, memberId, id }: SubmissionKey) =>
  (eb: Submissions): ExpressionWrapper<Tables, 'submissions', SqlBool> =>
    eb.and({ workspace_id: workspaceId, member_id: memberId, id });

/** What a row's protection becomes once the same request must not be sent again: its deal can still be found by its key. */
export const lookOnly = sql<Protection>`case when protection = 'none' then 'none' else 'plain' end`;

/**
 * That a row waits to be sent. Spelled out like the index of those rows, or it would not be used: of thousands that wait the
 * oldest is asked for twenty times a second.
 */
export const isWaiting = sql<boolean>`state in ('received', 'deferred')`;

/** Whether it stands in the queue: one that is held lets the others go first. */
export const isQueued = sql<boolean>`state in ('received', 'deferred') and coalesce(wait_reason, '') <> 'held'`;

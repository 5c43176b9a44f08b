import { type Selectable, sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from './open-database.ts';
import { hasCome, sharedNow } from './shared-clock.ts';
import { isRow, isWaiting, keyOf, type SubmissionKey, type SubmissionRow } from './submission-row.ts';
import type { Protection } from './submission-table.ts';
import { longest, type Pace, takeTurn } from './take-turn.ts';

/** A company or person that a submission needs and that was not in Attio when it was entered. */
export interface NewRecordTable {
  workspace_id: string;
  member_id: string;
  submission_id: string;
  /** Its object and what is unique of it: `companies:acme.com`. */
  record_key: string;
  /** `sending`: a request to make it was about to leave; `made`: by us; `found`: it was there by then. */
  state: 'sending' | 'made' | 'found';
  record_id: string | null;
}
export type NewRecordRow = Selectable<NewRecordTable>;

/** The steps before a deal: what it refers to and has to be made first. Each is on disk before and after its request. */
export interface NewRecords {
  /** Steps of a submission that were begun. */
  newRecordsOf(key: SubmissionKey): Promise<NewRecordRow[]>;
  /** Takes a waiting submission for its steps: for so long nobody else is at it. False when somebody was faster. */
  holdForNewRecords(row: SubmissionRow, leaseMs: number): Promise<boolean>;
  /** Its steps are done, or may go on: whoever comes first takes it. */
  giveBackHeld(row: SubmissionRow): Promise<void>;
  /**
   * Notes that a request to make a record is about to leave, if the workspace's turn to write has come: then 0, else the wait in
   * ms. Null when the submission waits no longer: nothing more is to be made for it.
   */
  startNewRecord(row: SubmissionRow, recordKey: string, protection: Protection): Promise<number | null>;
  /** The record is in Attio. */
  settleNewRecord(key: SubmissionKey, recordKey: string, settled: { state: 'made' | 'found'; recordId: string }): Promise<void>;
}

export function createNewRecords(db: Database, now: Clock, pace: Pace): NewRecords {
  const at = sharedNow(db, now);
  const columns = ({ workspaceId, memberId, id }: SubmissionKey) =>
    ({ workspace_id: workspaceId, member_id: memberId, submission_id: id }) as const;
  const waiting = (row: SubmissionRow) =>
    db
      .updateTable('submissions')
      .where(isRow(keyOf(row)))
      .where(isWaiting)
      .where('attempt', '=', row.attempt);

  return {
    newRecordsOf: (key) =>
      db
        .selectFrom('new_records')
        .selectAll()
        .where((eb) => eb.and(columns(key)))
        .execute(),

    async holdForNewRecords(row, leaseMs) {
      const { numUpdatedRows } = await waiting(row)
        .where(hasCome('not_before', at, longest))
        .set({ not_before: sql<number>`${at()} + ${sql.lit(leaseMs)}` })
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async giveBackHeld(row) {
      await waiting(row).set({ not_before: 0 }).execute();
    },

    startNewRecord: (row, recordKey, protection) =>
      db.transaction().execute(async (transaction) => {
        const turn = { workspaceId: row.workspace_id, protection, arriving: null };
        const ms = await takeTurn(transaction, turn, pace, at);
        if (ms > 0) return ms;
        const waits = await transaction
          .selectFrom('submissions')
          .select('id')
          .where(isRow(keyOf(row)))
          .where(isWaiting)
          .executeTakeFirst();
        if (!waits) return null;
        await transaction
          .insertInto('new_records')
          .values({ ...columns(keyOf(row)), record_key: recordKey, state: 'sending', record_id: null })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        return 0;
      }),

    async settleNewRecord(key, recordKey, { state, recordId }) {
      const settled = { state, record_id: recordId };
      await db
        .insertInto('new_records')
        .values({ ...columns(key), record_key: recordKey, ...settled })
        .onConflict((conflict) =>
          conflict.columns(['workspace_id', 'member_id', 'submission_id', 'record_key']).doUpdateSet(settled),
        )
        .execute();
    },
  };
}

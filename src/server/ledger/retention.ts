import { sql } from 'kysely';
import { entryDays } from '../../contract/submission.ts';
import type { Clock } from '../clock.ts';
import type { Database } from './open-database.ts';
import { sharedNow } from './shared-clock.ts';

/** How long what was entered is kept once it is settled, and after that what proves that it was, in milliseconds. */
export const retentionMs = { entries: entryDays * 86_400_000, proof: 365 * 86_400_000 } as const;

/** What is kept of submissions, and for how long. */
export interface Retention {
  /**
   * Reduces settled submissions whose time is over to their key, the hash of their values and their record, so that none can be
   * sent a second time; a year later they go altogether. One that is open is never touched. A batch at a time: gives back whether
   * there may be more.
   */
  forgetOld(): Promise<boolean>;
}

const batch = 200;

export function createRetention(db: Database, now: Clock): Retention {
  const at = sharedNow(db, now);
  const isOlderThan = (column: 'received_at' | 'settled_at', ms: number) =>
    sql<boolean>`${sql.ref(column)} < ${at()} - ${sql.lit(ms)}`;
  /** Settled so long ago. What was settled was received before, and by that the index finds it. */
  const settledBefore = (ms: number) =>
    db
      .selectFrom('submissions')
      .where('state', 'in', ['created', 'refused', 'dismissed'])
      .where(isOlderThan('received_at', ms))
      .where(isOlderThan('settled_at', ms))
      .limit(batch);

  return {
    async forgetOld() {
      const old = await settledBefore(retentionMs.entries)
        .select(['workspace_id', 'member_id', 'id'])
        .where('reduced_at', 'is', null)
        .execute();
      for (const key of old) {
        const { workspace_id, member_id, id: submission_id } = key;
        await db.transaction().execute(async (transaction) => {
          await transaction
            .updateTable('submissions')
            .set({
              ...{ reduced_at: at(), body: '', locale: '', fingerprint: '' },
              ...{ answer: null, reason: null, candidates: null, next_look_at: null },
            })
            .where((eb) => eb.and(key))
            .where('state', 'in', ['created', 'refused', 'dismissed'])
            .execute();
          await transaction
            .deleteFrom('new_records')
            .where((eb) => eb.and({ workspace_id, member_id, submission_id }))
            .execute();
        });
      }
      const over = await settledBefore(retentionMs.entries + retentionMs.proof)
        .select(['workspace_id', 'member_id', 'id'])
        .where('reduced_at', 'is not', null)
        .execute();
      for (const key of over)
        await db
          .deleteFrom('submissions')
          .where((eb) => eb.and(key))
          .execute();
      return old.length === batch || over.length === batch;
    },
  };
}

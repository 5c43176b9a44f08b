import type { Selectable } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from './open-database.ts';
import { type ProcessOwner, processOwner } from './process-owner.ts';
import type { SubmissionTable } from './submission-table.ts';

/** Whose submission, and which. */
export interface SubmissionKey {
  workspaceId: string;
  memberId: string;
  id: string;
}

export type SubmissionRow = Selectable<SubmissionTable>;

/**
 * The record of what was asked of Attio. Every verb is one statement and one commit, on disk when it returns.
 * A row goes received → sending → created | refused | unknown; back to received only on proof that nothing was
 * applied; and from unknown to created or refused when proof arrives late. `created` is never left.
 */
export interface Ledger {
  find(key: SubmissionKey): Promise<SubmissionRow | undefined>;
  /**
   * Keeps a submission before anything is sent; gives back the row that stands, which may be an earlier one. One whose
   * attempts all certainly did nothing takes the new values: the rep has corrected what can still be sent.
   */
  receive(key: SubmissionKey, submission: { body: string; bodyHash: string }): Promise<SubmissionRow>;
  /**
   * Takes a received submission for one attempt of at most `leaseMs`; the attempt's number, or null when it is not free, or
   * no longer the one with these values.
   */
  claim(key: SubmissionKey, bodyHash: string, leaseMs: number): Promise<number | null>;
  /** The attempt certainly did nothing: the submission may be claimed again. */
  release(key: SubmissionKey, attempt: number): Promise<void>;
  /** Attio has the deal. Counts whenever it is learnt, whatever was believed before. */
  settleCreated(key: SubmissionKey, proof: { recordId: string; answer: string }): Promise<void>;
  /** Attio refused the attempt: there is no deal. */
  settleRefused(key: SubmissionKey, attempt: number, answer: string): Promise<void>;
  /** The attempt may or may not have created the deal. */
  settleUnknown(key: SubmissionKey, attempt: number, reason: string): Promise<void>;
  /** Attempts whose lease is over may have created their deal; gives back how many. */
  settleExpired(): Promise<number>;
  /** The same for attempts of processes that are gone, which need not be waited for. */
  settleOrphaned(): Promise<number>;
  /** Whether the database answers. */
  check(): Promise<void>;
}

export function createLedger(db: Database, now: Clock, owner: ProcessOwner = processOwner()): Ledger {
  const row = ({ workspaceId, memberId, id }: SubmissionKey) => ({ workspace_id: workspaceId, member_id: memberId, id }) as const;
  /** The row, while what is known of it comes from this attempt and is not final. */
  const ofAttempt = (key: SubmissionKey, attempt: number) =>
    db
      .updateTable('submissions')
      .where((eb) => eb.and(row(key)))
      .where('attempt', '=', attempt)
      .where('state', 'in', ['sending', 'unknown']);

  const abandoned = () =>
    db
      .updateTable('submissions')
      .set({ state: 'unknown', reason: 'abandoned', lease_until: null, owner: null })
      .where('state', '=', 'sending');

  return {
    find: (key) =>
      db
        .selectFrom('submissions')
        .selectAll()
        .where((eb) => eb.and(row(key)))
        .executeTakeFirst(),

    async receive(key, { body, bodyHash }) {
      await db
        .insertInto('submissions')
        .values({ ...row(key), state: 'received', body, body_hash: bodyHash, attempt: 0, received_at: now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const standing = await db
        .selectFrom('submissions')
        .selectAll()
        .where((eb) => eb.and(row(key)))
        .executeTakeFirstOrThrow();
      if (standing.body_hash === bodyHash) return standing;
      const corrected = await db
        .updateTable('submissions')
        .set({ body, body_hash: bodyHash })
        .where((eb) => eb.and(row(key)))
        .where('state', '=', 'received')
        .where('attempt', '>', 0)
        .returningAll()
        .executeTakeFirst();
      return corrected ?? standing;
    },

    async claim(key, bodyHash, leaseMs) {
      const claimed = await db
        .updateTable('submissions')
        .set((eb) => ({ state: 'sending', attempt: eb('attempt', '+', 1), owner: owner.name, lease_until: now() + leaseMs }))
        .where((eb) => eb.and(row(key)))
        .where('state', '=', 'received')
        .where('body_hash', '=', bodyHash)
        .returning('attempt')
        .executeTakeFirst();
      return claimed?.attempt ?? null;
    },

    async release(key, attempt) {
      await ofAttempt(key, attempt).set({ state: 'received', lease_until: null, reason: null }).execute();
    },

    async settleCreated(key, { recordId, answer }) {
      await db
        .updateTable('submissions')
        .set({ state: 'created', record_id: recordId, answer, reason: null, lease_until: null, settled_at: now() })
        .where((eb) => eb.and(row(key)))
        .where('state', '!=', 'created')
        .execute();
    },

    async settleRefused(key, attempt, answer) {
      await ofAttempt(key, attempt)
        .set({ state: 'refused', answer, reason: null, lease_until: null, settled_at: now() })
        .execute();
    },

    async settleUnknown(key, attempt, reason) {
      await ofAttempt(key, attempt).set({ state: 'unknown', reason, lease_until: null }).execute();
    },

    async settleExpired() {
      const { numUpdatedRows } = await abandoned().where('lease_until', '<', now()).executeTakeFirst();
      return Number(numUpdatedRows);
    },

    async settleOrphaned() {
      const owners = await db.selectFrom('submissions').select('owner').distinct().where('state', '=', 'sending').execute();
      const gone = owners.flatMap((row) => (row.owner !== null && owner.isGone(row.owner) ? [row.owner] : []));
      if (gone.length === 0) return 0;
      const { numUpdatedRows } = await abandoned().where('owner', 'in', gone).executeTakeFirst();
      return Number(numUpdatedRows);
    },

    async check() {
      await db.selectFrom('submissions').select('id').limit(1).execute();
    },
  };
}

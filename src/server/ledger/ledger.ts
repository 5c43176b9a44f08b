import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Clock } from '../clock.ts';
import { type Block, blockedBy } from './blocked.ts';
import type { Database, Tables } from './open-database.ts';
import { createOpenOutcomes, type OpenOutcomes } from './open-outcomes.ts';
import { type ProcessOwner, processOwner } from './process-owner.ts';
import { createRetention, type Retention } from './retention.ts';
import { createSendingQueue, type SendingQueue } from './sending-queue.ts';
import { sharedNow } from './shared-clock.ts';
import { createSubmissionLists, type SubmissionLists } from './submission-lists.ts';
import { isRow, lookOnly, type SubmissionKey, type SubmissionRow } from './submission-row.ts';
import type { Protection, SubmissionTable, WaitReason } from './submission-table.ts';

/** Attio has a deal of the submission. */
export interface CreatedProof {
  recordId: string;
  /** JSON. */
  answer: string;
}

/**
 * The record of what was asked of Attio. Every verb is one commit, on disk when it returns.
 * A row goes received → sending → created | refused | unknown; to deferred or blocked_auth on proof that nothing was
 * applied, and from there to sending again; from unknown to created, needs_checking, or (where Attio refuses a second deal)
 * back to deferred; and from anywhere to created when proof arrives late. `created` is never left.
 */
export interface Ledger extends SendingQueue, OpenOutcomes, Retention, SubmissionLists {
  find(key: SubmissionKey): Promise<SubmissionRow | undefined>;
  /** The attempt certainly did nothing: the submission goes out again, at the earliest after `ms`. */
  defer(key: SubmissionKey, attempt: number, reason: WaitReason, ms: number): Promise<void>;
  /** The same, but not before what keeps it out has changed. */
  blockAttempt(key: SubmissionKey, attempt: number, block: Block): Promise<void>;
  /**
   * Attio has the deal. Counts whenever it is learnt, whatever was believed before. `taken`: another submission has this very
   * record; `again`: this one has another already, and now two. With the row as it became, where this made it so.
   */
  settleCreated(
    key: SubmissionKey,
    proof: CreatedProof,
  ): Promise<{ outcome: 'settled' | 'taken' | 'again'; row: SubmissionRow | null }>;
  /**
   * A deal was found, or a person says which it is. `taken`: it is another submission's; `not_open`: an answer, or another decision,
   * was faster.
   */
  bind(key: SubmissionKey, proof: CreatedProof): Promise<'settled' | 'taken' | 'not_open'>;
  /** Attio refused the attempt: there is no deal, unless an earlier attempt made one. */
  settleRefused(key: SubmissionKey, attempt: number, answer: string): Promise<void>;
  /** The attempt may or may not have created the deal. */
  settleUnknown(key: SubmissionKey, attempt: number, reason: string): Promise<void>;
  /** Whom Attio names as the creator of our deals in a workspace, as `type:id`; null before the first. */
  actorOf(workspaceId: string): Promise<string | null>;
  /** Every workspace that was ever written to, and what its deals carry. */
  workspaces(): Promise<{ workspaceId: string; protection: Protection | null }[]>;
  /** How many submissions are in each state, and for how many milliseconds the oldest of them has been there or on its way. */
  counts(): Promise<{ state: SubmissionTable['state']; count: number; oldestMs: number }[]>;
}

export interface LedgerOptions {
  owner?: ProcessOwner;
  /** What one workspace may write, over all processes on the same data. */
  writesPerSecond?: number;
}

export function createLedger(
  db: Database,
  now: Clock,
  { owner = processOwner(), writesPerSecond = 20 }: LedgerOptions = {},
): Ledger {
  const at = sharedNow(db, now);
  /** The row, while what is known of it comes from this attempt alone. */
  const ofAttempt = (key: SubmissionKey, attempt: number) =>
    db
      .updateTable('submissions')
      .where(isRow(key))
      .where('attempt', '=', attempt)
      .where(
        (eb): Expression<SqlBool> =>
          eb.or([
            eb.and([eb('state', '=', 'sending'), eb('unsure', '=', 0)]),
            // Given up for unknown, by whoever did not want to wait: no earlier attempt is open.
            eb.and([eb('state', 'in', ['unknown', 'needs_checking']), eb('unsure', '=', 1)]),
          ]),
      );
  /** The row, while this attempt is under way and an earlier one may have been applied. */
  const afterUnsure = (key: SubmissionKey, attempt: number) =>
    db
      .updateTable('submissions')
      .where(isRow(key))
      .where('attempt', '=', attempt)
      .where('state', '=', 'sending')
      .where('unsure', '>', 0);

  const ended = { lease_until: null, owner: null } as const;
  const certain = { ...ended, unsure: 0, unknown_since: null, looks: 0, next_look_at: null, reason: null } as const;

  /** Gives a row its deal, if it is in one of the states from which it may have it. */
  async function toCreated(
    key: SubmissionKey,
    { recordId, answer }: CreatedProof,
    isOpen: (eb: ExpressionBuilder<Tables, 'submissions'>) => Expression<SqlBool>,
  ): Promise<SubmissionRow | 'taken' | 'not_open'> {
    const created = { state: 'created', record_id: recordId, answer, candidates: null, wait_reason: null } as const;
    try {
      const row = await db
        .updateTable('submissions')
        .set({ ...certain, ...created, settled_at: at() })
        .where(isRow(key))
        .where(isOpen)
        .returningAll()
        .executeTakeFirst();
      return row ?? 'not_open';
    } catch (error) {
      if (isUniqueViolation(error)) return 'taken';
      throw error;
    }
  }

  return {
    ...createSendingQueue(db, now, owner, writesPerSecond),
    ...createOpenOutcomes(db, now, owner),
    ...createRetention(db, now),
    ...createSubmissionLists(db),

    find: (key) => db.selectFrom('submissions').selectAll().where(isRow(key)).executeTakeFirst(),

    async defer(key, attempt, reason, ms) {
      const later = {
        state: 'deferred',
        wait_reason: reason,
        not_before: sql<number>`${at()} + ${sql.lit(Math.ceil(ms))}`,
      } as const;
      await ofAttempt(key, attempt)
        .set({ ...later, ...certain })
        .execute();
      await afterUnsure(key, attempt)
        .set({ ...later, ...ended })
        .execute();
    },

    async blockAttempt(key, attempt, block) {
      await ofAttempt(key, attempt)
        .set({ ...certain, ...blockedBy(block, at) })
        .execute();
      await afterUnsure(key, attempt)
        .set({ ...ended, ...blockedBy(block, at) })
        .execute();
    },

    async settleCreated(key, proof) {
      const settled = await toCreated(key, proof, (eb) => eb('state', '!=', 'created'));
      if (settled === 'taken') return { outcome: settled, row: null };
      if (settled !== 'not_open') return { outcome: 'settled', row: settled };
      const { recordId } = proof;
      const standing = await db
        .selectFrom('submissions')
        .select(['record_id', 'duplicates'])
        .where(isRow(key))
        .executeTakeFirst();
      if (!standing || standing.record_id === recordId) return { outcome: 'settled', row: null };
      const further = new Set<string>(JSON.parse(standing.duplicates ?? '[]'));
      if (!further.has(recordId)) {
        const duplicates = JSON.stringify([...further, recordId]);
        await db.updateTable('submissions').set({ duplicates }).where(isRow(key)).execute();
      }
      return { outcome: 'again', row: null };
    },

    async bind(key, proof) {
      const bound = await toCreated(key, proof, (eb) =>
        eb.or([
          eb('state', 'in', ['unknown', 'needs_checking']),
          eb.and([eb('state', '=', 'deferred'), eb.or([eb('unsure', '>', 0), eb('given_up', '>', 0)])]),
        ]),
      );
      return typeof bound === 'string' ? bound : 'settled';
    },

    async settleRefused(key, attempt, answer) {
      await ofAttempt(key, attempt)
        .where('given_up', '=', 0)
        .set({ state: 'refused', answer, ...certain, candidates: null, settled_at: at() })
        .execute();
      // What an earlier attempt did is as open as before, and the same request would only be refused again.
      await db
        .updateTable('submissions')
        .where(isRow(key))
        .where('attempt', '=', attempt)
        .where('state', 'in', ['sending', 'unknown'])
        .set({
          state: 'unknown',
          reason: 'refused after an attempt without an answer',
          protection: lookOnly,
          unknown_since: sql<number>`coalesce(unknown_since, ${at()})`,
          next_look_at: at(),
          ...ended,
        })
        .execute();
    },

    async settleUnknown(key, attempt, reason) {
      await db
        .updateTable('submissions')
        .where(isRow(key))
        .where('attempt', '=', attempt)
        .where('state', '=', 'sending')
        .set((eb) => ({
          state: 'unknown',
          reason,
          unsure: eb('unsure', '+', 1),
          unknown_since: eb.fn.coalesce('unknown_since', at()),
          next_look_at: at(),
          ...ended,
        }))
        .execute();
    },

    async actorOf(workspaceId) {
      const row = await db.selectFrom('workspaces').select('actor').where('workspace_id', '=', workspaceId).executeTakeFirst();
      return row?.actor ?? null;
    },

    async workspaces() {
      const rows = await db.selectFrom('workspaces').select(['workspace_id', 'protection']).orderBy('workspace_id').execute();
      return rows.map(({ workspace_id, protection }) => ({ workspaceId: workspace_id, protection }));
    },

    async counts() {
      const rows = await db
        .selectFrom('submissions')
        .select((eb) => ['state', eb.fn.countAll<number>().as('count'), eb.fn.min('received_at').as('oldest'), at().as('now')])
        .groupBy('state')
        .execute();
      return rows.map(({ state, count, oldest, now: counted }) => ({ state, count: Number(count), oldestMs: counted - oldest }));
    },
  };
}

/** PostgreSQL's and SQLite's words for a record that another row has. */
const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '23505' || error.code === 'SQLITE_CONSTRAINT_UNIQUE');

import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from './open-database.ts';
import type { ProcessOwner } from './process-owner.ts';
import { sharedNow } from './shared-clock.ts';
import { isRow, isWaiting, lookOnly, type SubmissionKey, type SubmissionRow } from './submission-row.ts';
import type { Protection, WaitReason } from './submission-table.ts';

/** What a claim needs to say of the attempt it is for. */
export interface AttemptPlan {
  /** The values that were judged: a row with others is not claimed. */
  bodyHash: string;
  protection: Protection;
  /** On the earlier of our clock and Attio's, in milliseconds. */
  sentAt: number;
  /** After this the attempt can no longer be under way. */
  leaseMs: number;
}

/** What came of a claim: the number of the attempt; a wait, for the workspace's turn; or the row is not free. */
export type Claim = { kind: 'claimed'; attempt: number } | { kind: 'wait'; ms: number } | { kind: 'not_free' };

/**
 * The submissions that are to go to Attio, oldest first, and the pace at which those of a workspace may: one budget for all
 * processes on the same data.
 */
export interface SendingQueue {
  /** Workspaces that have something to send now. */
  dueWorkspaces(): Promise<string[]>;
  /** The next of a workspace that is not paused; another process may take it first. */
  nextDue(workspaceId: string): Promise<SubmissionRow | undefined>;
  /** Takes a submission for one attempt, if the workspace's turn has come. On disk when it returns. */
  claim(key: SubmissionKey, plan: AttemptPlan): Promise<Claim>;
  /**
   * A claim of this process failed, or was committed and nobody knows: if it was, it is given back. Nothing was sent.
   */
  withdrawClaim(key: SubmissionKey, attempt: number): Promise<void>;
  /** Puts a submission off that nobody is sending: its own trouble, not the workspace's. */
  postpone(row: SubmissionRow, reason: WaitReason, ms: number): Promise<void>;
  /** The same for one that nobody may send before its member has signed in. */
  block(row: SubmissionRow): Promise<void>;
  /** The same for one that can no longer be sent as it stands; it counts as an attempt that may have been applied. */
  giveUpSending(row: SubmissionRow, reason: string): Promise<void>;
  /** The same for one that is refused before anything was sent. */
  refuseUnsent(row: SubmissionRow, answer: string): Promise<void>;
  /** Attio wants no writes of a workspace for a while; gives back the milliseconds. */
  pause(workspaceId: string, reason: WaitReason, ms: number): Promise<number>;
  /** Attio could not be reached: pauses the workspace, longer each time; gives back the milliseconds. */
  strike(workspaceId: string): Promise<number>;
  /** Attio answered: the next time it cannot be reached is the first again. It names whoever created the deal, as `type:id`. */
  noteAnswer(workspaceId: string, creator: string | null): Promise<void>;
  /** What a waiting submission waits for: how many go first, until when, and why. */
  waitingFor(row: SubmissionRow): Promise<{ ahead: number; notBefore: number | null; reason: WaitReason | null }>;
  /** Its rep asks for a blocked submission once more. */
  unblock(key: SubmissionKey): Promise<SubmissionRow | undefined>;
  /** A member's token works again: what was blocked goes on, what is open is looked for. */
  resume(workspaceId: string, memberId: string): Promise<void>;
  /** The same for everybody: the one key of the installation may be another now. */
  resumeAll(): Promise<void>;
}

/** Attio could not be reached: half a second, doubled each time, at most half a minute, and not all at once. */
const strikeMs = (strikes: number): number => Math.min(30_000, 500 * 2 ** Math.min(strikes, 6)) * (0.8 + Math.random() * 0.4);

/** How many that go first are counted. */
const maxAhead = 500;

/** How many may leave at once after a rest. Attio's limit is 25 in a second; at 20 a second these stay below it. */
const burst = 3;

export function createSendingQueue(db: Database, now: Clock, owner: ProcessOwner, writesPerSecond: number): SendingQueue {
  const at = sharedNow(db, now);
  const intervalMs = Math.ceil(1000 / writesPerSecond);
  const toleranceMs = intervalMs * (burst - 1);
  /** By workspace, as far as this process has told the database, and as long as it has reached Attio. */
  const creators = new Map<string, string>();
  const unsent = (row: SubmissionRow) =>
    db
      .updateTable('submissions')
      .where(isRow({ workspaceId: row.workspace_id, memberId: row.member_id, id: row.id }))
      .where('state', 'in', ['received', 'deferred'])
      .where('attempt', '=', row.attempt);

  const pause: SendingQueue['pause'] = async (workspaceId, reason, ms) => {
    const until = sql<number>`${at()} + ${sql.lit(Math.ceil(ms))}`;
    await db
      .insertInto('workspaces')
      .values({ workspace_id: workspaceId, paused_until: until, pause_reason: reason, actor: null, protection: null })
      .onConflict((conflict) =>
        conflict
          .column('workspace_id')
          .doUpdateSet({ paused_until: until, pause_reason: reason })
          // Of two answers the one that asks for more counts.
          .where('workspaces.paused_until', '<', until),
      )
      .execute();
    return ms;
  };

  return {
    async dueWorkspaces() {
      const rows = await db
        .selectFrom('submissions')
        .select('workspace_id')
        .distinct()
        .where(isWaiting)
        .where('not_before', '<=', at())
        .execute();
      return rows.map((row) => row.workspace_id);
    },

    nextDue: (workspaceId) =>
      db
        .selectFrom('submissions')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where(isWaiting)
        .where('not_before', '<=', at())
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('workspaces')
                .select('workspaces.workspace_id')
                .where('workspaces.workspace_id', '=', workspaceId)
                .where('workspaces.paused_until', '>', at()),
            ),
          ),
        )
        .orderBy('received_at')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst(),

    claim: (key, { bodyHash, protection, sentAt, leaseMs }) =>
      db.transaction().execute(async (transaction): Promise<Claim> => {
        // A write comes first: from here on every other claim in the workspace waits, on either engine.
        const pace = await transaction
          .insertInto('workspaces')
          .values({ workspace_id: key.workspaceId, pause_reason: null, actor: null, protection })
          .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet({ protection }))
          .returning(['next_write_at', 'paused_until', at().as('now')])
          .executeTakeFirstOrThrow();
        const ms = Math.max(pace.paused_until, pace.next_write_at - toleranceMs) - pace.now;
        if (ms > 0) return { kind: 'wait', ms };
        const claimed = await transaction
          .updateTable('submissions')
          .set((eb) => ({
            state: 'sending',
            attempt: eb('attempt', '+', 1),
            protection,
            owner: owner.name,
            lease_until: sql<number>`${at()} + ${sql.lit(leaseMs)}`,
            sent_at: eb.fn.coalesce('sent_at', eb.val(sentAt)),
            wait_reason: null,
            next_look_at: null,
          }))
          .where(isRow(key))
          .where('state', 'in', ['received', 'deferred'])
          .where('not_before', '<=', at())
          .where('body_hash', '=', bodyHash)
          .returning('attempt')
          .executeTakeFirst();
        if (!claimed) return { kind: 'not_free' };
        await transaction
          .updateTable('workspaces')
          .set({ next_write_at: Math.max(pace.next_write_at, pace.now) + intervalMs })
          .where('workspace_id', '=', key.workspaceId)
          .execute();
        return { kind: 'claimed', attempt: claimed.attempt };
      }),

    async withdrawClaim(key, attempt) {
      await db
        .updateTable('submissions')
        .where(isRow(key))
        .where('state', '=', 'sending')
        .where('attempt', '=', attempt)
        .where('owner', '=', owner.name)
        .set({ state: 'deferred', owner: null, lease_until: null })
        .execute();
    },

    async postpone(row, reason, ms) {
      const notBefore = sql<number>`${at()} + ${sql.lit(Math.ceil(ms))}`;
      await unsent(row).set({ state: 'deferred', wait_reason: reason, not_before: notBefore }).execute();
    },

    async block(row) {
      await unsent(row).set({ state: 'blocked_auth', wait_reason: null }).execute();
    },

    async giveUpSending(row, reason) {
      await unsent(row)
        .set((eb) => ({
          state: 'unknown',
          reason,
          protection: lookOnly,
          unknown_since: eb.fn.coalesce('unknown_since', at()),
          next_look_at: at(),
        }))
        .execute();
    },

    async refuseUnsent(row, answer) {
      await unsent(row).where('unsure', '=', 0).set({ state: 'refused', answer, settled_at: at(), wait_reason: null }).execute();
    },

    pause,

    async strike(workspaceId) {
      creators.delete(workspaceId);
      const row = await db.selectFrom('workspaces').select('strikes').where('workspace_id', '=', workspaceId).executeTakeFirst();
      const ms = await pause(workspaceId, 'attio_unreachable', strikeMs(row?.strikes ?? 0));
      await db
        .updateTable('workspaces')
        .set((eb) => ({ strikes: eb('strikes', '+', 1) }))
        .where('workspace_id', '=', workspaceId)
        .execute();
      return ms;
    },
    async noteAnswer(workspaceId, creator) {
      // Nearly always nothing has changed since this process looked.
      if (creators.get(workspaceId) === creator && creator !== null) return;
      await db
        .updateTable('workspaces')
        .set((eb) => ({ strikes: 0, actor: creator ?? eb.ref('actor') }))
        .where('workspace_id', '=', workspaceId)
        .where((eb) =>
          eb.or([eb('strikes', '>', 0), ...(creator === null ? [] : [eb('actor', 'is', null), eb('actor', '!=', creator)])]),
        )
        .execute();
    },

    async waitingFor(row) {
      const workspace = await db
        .selectFrom('workspaces')
        .select(['paused_until', 'pause_reason', at().as('now')])
        .where('workspace_id', '=', row.workspace_id)
        .executeTakeFirst();
      // Nobody counts further than this, and counting costs time.
      const before = await db
        .selectFrom('submissions')
        .select('id')
        .where('workspace_id', '=', row.workspace_id)
        .where(isWaiting)
        .where((eb) =>
          eb.or([
            eb('received_at', '<', row.received_at),
            eb.and([eb('received_at', '=', row.received_at), eb('id', '<', row.id)]),
          ]),
        )
        .limit(maxAhead)
        .execute();
      const isPaused = workspace !== undefined && workspace.paused_until > workspace.now;
      const until = Math.max(row.not_before, isPaused ? workspace.paused_until : 0);
      const reason = isPaused ? workspace.pause_reason : row.wait_reason;
      return { ahead: before.length, notBefore: until > (workspace?.now ?? now()) ? until : null, reason };
    },

    async resumeAll() {
      await db.updateTable('submissions').where('state', '=', 'blocked_auth').set({ state: 'deferred', not_before: 0 }).execute();
    },

    unblock: (key) =>
      db
        .updateTable('submissions')
        .where(isRow(key))
        .where('state', '=', 'blocked_auth')
        .set({ state: 'received', not_before: 0 })
        .returningAll()
        .executeTakeFirst(),

    async resume(workspaceId, memberId) {
      const ofMember = db.updateTable('submissions').where('workspace_id', '=', workspaceId).where('member_id', '=', memberId);
      await ofMember.where('state', '=', 'blocked_auth').set({ state: 'deferred', not_before: 0 }).execute();
      await ofMember.where('state', 'in', ['unknown', 'needs_checking']).set({ next_look_at: at() }).execute();
    },
  };
}

import { type Kysely, sql } from 'kysely';
import type { Clock } from '../clock.ts';
import { type Block, blockedBy, unblocked } from './blocked.ts';
import { createNewRecords, type NewRecords } from './new-records.ts';
import type { Database, Tables } from './open-database.ts';
import type { ProcessOwner } from './process-owner.ts';
import { receiveAtOnce } from './receive-at-once.ts';
import { hasCome, isPostgres, sharedNow } from './shared-clock.ts';
import { isRow, isWaiting, keyOf, lookOnly, type SubmissionKey, type SubmissionRow } from './submission-row.ts';
import type { Protection, WaitReason } from './submission-table.ts';
import { latest, longest, type Pace, takeTurn } from './take-turn.ts';
import { createWorkspacePauses, type WorkspacePauses } from './workspace-pauses.ts';

/** What a claim needs to say of the attempt it is for. */
export interface AttemptPlan {
  /** A name of its own for the claim: a number would be that of a later one too, when this one was never committed. */
  claim: string;
  /** The values that were judged: a row with others is not claimed. */
  bodyHash: string;
  protection: Protection;
  /** On the earlier of our clock and Attio's, in milliseconds. */
  sentAt: number;
  /** After this the attempt can no longer be under way. */
  leaseMs: number;
}

/** A submission as it arrives. */
export interface ReceivedSubmission {
  body: string;
  bodyHash: string;
  locale: string;
  fingerprint: string;
  /** How long it stays here at least, so that its rep can take it back; then it is not claimed at once. */
  holdMs?: number;
}

/** What stands of it, and whether its first attempt is the caller's. */
export interface Received {
  row: SubmissionRow;
  isClaimed: boolean;
}

/** What came of a claim: the number of the attempt; a wait, for the workspace's turn; or the row is not free. */
export type Claim = { kind: 'claimed'; attempt: number } | { kind: 'wait'; ms: number } | { kind: 'not_free' };

/**
 * The submissions that are to go to Attio, oldest first, and the pace at which those of a workspace may: one budget for all
 * processes on the same data.
 */
export interface SendingQueue extends WorkspacePauses, NewRecords {
  /** Workspaces that have something to send now. */
  dueWorkspaces(): Promise<string[]>;
  /** The next of a workspace that is not paused; another process may take it first. */
  nextDue(workspaceId: string): Promise<SubmissionRow | undefined>;
  /**
   * Keeps a submission before anything is sent; gives back the row that stands, which may be an earlier one, with other values.
   * With a plan a new one is claimed in the same commit, if the workspace's turn has come and nobody else waits for it.
   */
  receive(key: SubmissionKey, submission: ReceivedSubmission, plan?: AttemptPlan | null): Promise<Received>;
  /** Takes a submission for one attempt, if the workspace's turn has come. On disk when it returns. */
  claim(key: SubmissionKey, plan: AttemptPlan): Promise<Claim>;
  /**
   * A claim failed, or was committed and nobody knows: if it was, it is given back. Nothing was sent.
   */
  withdrawClaim(key: SubmissionKey, { claim }: AttemptPlan): Promise<void>;
  /** Puts a submission off that nobody is sending: its own trouble, not the workspace's. */
  postpone(row: SubmissionRow, reason: WaitReason, ms: number): Promise<void>;
  /** The same for one that Attio does not let in. */
  block(row: SubmissionRow, block: Block): Promise<void>;
  /** The same for one that can no longer be sent as it stands; it counts as an attempt that may have been applied. */
  giveUpSending(row: SubmissionRow, reason: string): Promise<void>;
  /** The same for one that is refused before anything was sent. */
  refuseUnsent(row: SubmissionRow, answer: string): Promise<void>;
  /** Its rep asks for a blocked submission once more. */
  unblock(key: SubmissionKey): Promise<SubmissionRow | undefined>;
  /** A member's token works again: what was blocked goes on, what is open is looked for. */
  resume(workspaceId: string, memberId: string): Promise<void>;
  /** The same for everybody: the one key of the installation may be another now. */
  resumeAll(): Promise<void>;
  /** What has been kept out for want of a right for long enough to be tried again. */
  retryBlocked(): Promise<void>;
}

/** How many may leave at once after a rest. Attio's limit is 25 in a second; at 20 a second these stay below it. */
const burst = 3;

/** Somebody else was faster, or the row is no longer what was judged. */
class NotFree extends Error {}

export function createSendingQueue(db: Database, now: Clock, owner: ProcessOwner, writesPerSecond: number): SendingQueue {
  const at = sharedNow(db, now);
  const isDue = () => hasCome('not_before', at, longest);
  const intervalMs = Math.ceil(1000 / writesPerSecond);
  const pace: Pace = { intervalMs, toleranceMs: intervalMs * (burst - 1) };
  /** A row whose attempt is this process's from now on. */
  const sendingSince = ({ claim, protection, leaseMs }: AttemptPlan) =>
    ({
      state: 'sending',
      claim,
      protection,
      owner: owner.name,
      lease_until: sql<number>`${at()} + ${sql.lit(leaseMs)}`,
    }) as const;
  const unsent = (row: SubmissionRow) =>
    db
      .updateTable('submissions')
      .where(isRow(keyOf(row)))
      .where('state', 'in', ['received', 'deferred'])
      .where('attempt', '=', row.attempt);

  return {
    ...createWorkspacePauses(db, now),
    ...createNewRecords(db, now, pace),

    async dueWorkspaces() {
      const rows = await db.selectFrom('submissions').select('workspace_id').distinct().where(isWaiting).where(isDue()).execute();
      return rows.map((row) => row.workspace_id);
    },

    nextDue: (workspaceId) =>
      db
        .selectFrom('submissions')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where(isWaiting)
        .where(isDue())
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('workspaces')
                .select('workspaces.workspace_id')
                .where('workspaces.workspace_id', '=', workspaceId)
                .where('workspaces.paused_until', '>', at())
                .where('workspaces.paused_until', '<', latest(at)),
            ),
          ),
        )
        .orderBy('received_at')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst(),

    async claim(key, plan) {
      try {
        return await db.transaction().execute(async (transaction): Promise<Claim> => {
          const turn = { workspaceId: key.workspaceId, protection: plan.protection, arriving: null };
          const ms = await takeTurn(transaction, turn, pace, at);
          if (ms > 0) return { kind: 'wait', ms };
          const claimed = await transaction
            .updateTable('submissions')
            .set((eb) => ({
              ...sendingSince(plan),
              attempt: eb('attempt', '+', 1),
              sent_at: eb.fn.coalesce('sent_at', eb.val(plan.sentAt)),
              last_sent_at: plan.sentAt,
              wait_reason: null,
              next_look_at: null,
            }))
            .where(isRow(key))
            .where('state', 'in', ['received', 'deferred'])
            .where(isDue())
            .where('body_hash', '=', plan.bodyHash)
            .returning('attempt')
            .executeTakeFirst();
          // The turn is given back with everything else.
          if (!claimed) throw new NotFree();
          return { kind: 'claimed', attempt: claimed.attempt };
        });
      } catch (error) {
        if (error instanceof NotFree) return { kind: 'not_free' };
        throw error;
      }
    },

    async receive(key, { holdMs = 0, ...submission }, planned = null) {
      const { body, bodyHash, locale, fingerprint } = submission;
      const plan = holdMs > 0 ? null : planned;
      const values = {
        ...{ workspace_id: key.workspaceId, member_id: key.memberId, id: key.id },
        ...{ body, body_hash: bodyHash, locale, fingerprint },
        received_at: at(),
      };
      const held = { state: 'deferred', wait_reason: 'held', not_before: sql<number>`${at()} + ${sql.lit(holdMs)}` } as const;
      const insert = (into: Kysely<Tables>, state: { state: 'received' } | typeof held | ReturnType<typeof sendingSince>) =>
        into
          .insertInto('submissions')
          .values({
            ...values,
            ...state,
            ...(state.state === 'sending'
              ? { attempt: 1, sent_at: plan?.sentAt ?? null, last_sent_at: plan?.sentAt ?? null }
              : {}),
          })
          .onConflict((conflict) => conflict.doNothing())
          .returningAll()
          .executeTakeFirst();
      const received = await (plan === null
        ? insert(db, holdMs > 0 ? held : { state: 'received' })
        : isPostgres(db)
          ? receiveAtOnce(db, key, submission, { plan, owner: owner.name }, { pace, at })
          : db.transaction().execute(async (transaction) => {
              const turn = { workspaceId: key.workspaceId, protection: plan.protection, arriving: key };
              const isTurn = (await takeTurn(transaction, turn, pace, at)) === 0;
              return insert(transaction, isTurn ? sendingSince(plan) : { state: 'received' });
            }));
      if (received) return { row: received, isClaimed: received.state === 'sending' };
      const standing = await db.selectFrom('submissions').selectAll().where(isRow(key)).executeTakeFirstOrThrow();
      return { row: standing, isClaimed: false };
    },

    async withdrawClaim(key, { claim }) {
      await db
        .updateTable('submissions')
        .where(isRow(key))
        .where('state', '=', 'sending')
        .where('claim', '=', claim)
        .set({ state: 'deferred', owner: null, lease_until: null })
        .execute();
    },

    async postpone(row, reason, ms) {
      const notBefore = sql<number>`${at()} + ${sql.lit(Math.ceil(ms))}`;
      await unsent(row).set({ state: 'deferred', wait_reason: reason, not_before: notBefore }).execute();
    },

    async block(row, block) {
      await unsent(row).set(blockedBy(block, at)).execute();
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
      await unsent(row)
        .where('unsure', '=', 0)
        .where('given_up', '=', 0)
        .set({ state: 'refused', answer, settled_at: at(), wait_reason: null })
        .execute();
    },

    async resumeAll() {
      await db.updateTable('submissions').where('state', '=', 'blocked_auth').set(unblocked).execute();
    },

    async retryBlocked() {
      const isRested = sql<boolean>`state = 'blocked_auth' and reason != 'sign_in' and not_before <= ${at()}`;
      // Nearly always there is none, and looking takes no lock.
      const due = await db.selectFrom('submissions').select('id').where(isRested).limit(1).executeTakeFirst();
      if (due) await db.updateTable('submissions').where(isRested).set(unblocked).execute();
    },

    unblock: (key) =>
      db
        .updateTable('submissions')
        .where(isRow(key))
        .where('state', '=', 'blocked_auth')
        .set({ ...unblocked, state: 'received' })
        .returningAll()
        .executeTakeFirst(),

    async resume(workspaceId, memberId) {
      const ofMember = db.updateTable('submissions').where('workspace_id', '=', workspaceId).where('member_id', '=', memberId);
      await ofMember.where('state', '=', 'blocked_auth').set(unblocked).execute();
      await ofMember.where('state', 'in', ['unknown', 'needs_checking']).set({ next_look_at: at() }).execute();
    },
  };
}

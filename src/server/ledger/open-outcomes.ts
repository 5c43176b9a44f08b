import { type ExpressionBuilder, sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database, Tables } from './open-database.ts';
import type { ProcessOwner } from './process-owner.ts';
import { hasCome, isPostgres, sharedNow } from './shared-clock.ts';
import { isRow, keyOf, type SubmissionKey, type SubmissionRow } from './submission-row.ts';
import { longest } from './take-turn.ts';

/** A submission whose deal is to be looked for, and for how long its outcome has been unknown, in milliseconds. */
export interface DueLook {
  row: SubmissionRow;
  openMs: number;
}

/** What a look that found nothing leads to. */
export interface NextLook {
  state: 'unknown' | 'needs_checking';
  /** Milliseconds until the next look; null when there is none. */
  inMs: number | null;
  /** JSON. */
  candidates: string | null;
  /** False when the look itself failed: then it does not count. */
  counts: boolean;
}

/** Submissions that may or may not have created their deal, and what becomes of them. */
export interface OpenOutcomes {
  /** Attempts whose lease is over, or whose process is gone, may have created their deal; gives back how many. */
  settleAbandoned(): Promise<number>;
  /** Takes submissions of one member that are due for a look; nobody else looks for them before `leaseMs` are over. */
  claimLooks(limit: number, leaseMs: number): Promise<DueLook[]>;
  noteLook(row: SubmissionRow, next: NextLook): Promise<void>;
  /** A look proved nothing, and Attio would refuse a second deal: the submission may be sent again. */
  sendAgainSafely(row: SubmissionRow): Promise<void>;
  /** A person says that there is no deal: the submission is sent again, whatever came of it before. */
  sendAgain(key: SubmissionKey): Promise<boolean>;
  /** A person gives the submission up; or takes it back, to go on writing it, which leaves no trace if nothing was sent. */
  dismiss(key: SubmissionKey, isTakenBack?: boolean): Promise<boolean>;
  /** Which of the records belong to a submission already. */
  boundRecords(workspaceId: string, recordIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whether another submission with the same name, owner and value has an open outcome, or is being sent right now. */
  openTwins(row: SubmissionRow): Promise<{ isAny: boolean; isSending: boolean }>;
}

/** What is being looked for is looked for within minutes, and what a person has to decide once a day. */
const farthestLook = sql<number>`case when state = 'unknown' then ${sql.lit(15 * 60_000)} else ${sql.lit(25 * 60 * 60_000)} end`;

const openStates = ['unknown', 'needs_checking'] as const;

export function createOpenOutcomes(db: Database, now: Clock, owner: ProcessOwner): OpenOutcomes {
  const at = sharedNow(db, now);
  const open = (key: SubmissionKey) => db.updateTable('submissions').where(isRow(key)).where('state', 'in', openStates);
  const inMs = (ms: number) => sql<number>`${at()} + ${sql.lit(Math.ceil(ms))}`;

  return {
    async settleAbandoned() {
      const owners = await db.selectFrom('submissions').select('owner').distinct().where('state', '=', 'sending').execute();
      if (owners.length === 0) return 0;
      const gone = owners.flatMap((row) => (row.owner !== null && owner.isGone(row.owner) ? [row.owner] : []));
      const { numUpdatedRows } = await db
        .updateTable('submissions')
        .set((eb) => ({
          state: 'unknown',
          reason: 'abandoned',
          unsure: eb('unsure', '+', 1),
          unknown_since: eb.fn.coalesce('unknown_since', at()),
          next_look_at: at(),
          lease_until: null,
          owner: null,
        }))
        .where('state', '=', 'sending')
        .where((eb) => eb.or([hasCome('lease_until', at, longest), ...(gone.length > 0 ? [eb('owner', 'in', gone)] : [])]))
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    async claimLooks(limit, leaseMs) {
      const first = await db
        .selectFrom('submissions')
        .select(['workspace_id', 'member_id'])
        .where('next_look_at', 'is not', null)
        .where(hasCome('next_look_at', at, farthestLook))
        .where('state', 'in', openStates)
        .orderBy('next_look_at')
        .limit(1)
        .executeTakeFirst();
      if (!first) return [];
      const due = (eb: ExpressionBuilder<Tables, 'submissions'>) =>
        eb
          .selectFrom('submissions')
          .select(['workspace_id', 'member_id', 'id'])
          .where('workspace_id', '=', first.workspace_id)
          .where('member_id', '=', first.member_id)
          .where('next_look_at', 'is not', null)
          .where(hasCome('next_look_at', at, farthestLook))
          .where('state', 'in', openStates)
          .orderBy('next_look_at')
          .limit(limit)
          .$if(isPostgres(db), (query) => query.forUpdate().skipLocked());
      const rows = await db
        .updateTable('submissions')
        .set({ next_look_at: inMs(leaseMs) })
        .where((eb) =>
          eb(eb.refTuple('workspace_id', 'member_id', 'id'), 'in', due(eb).$asTuple('workspace_id', 'member_id', 'id')),
        )
        .returningAll()
        .returning(at().as('now'))
        .execute();
      return rows.map(({ now: looked, ...row }) => ({ row, openMs: Math.max(0, looked - (row.unknown_since ?? looked)) }));
    },

    async noteLook(row, { state, inMs: ms, candidates, counts }) {
      await open(keyOf(row))
        .where('attempt', '=', row.attempt)
        .set((eb) => ({
          state,
          candidates: candidates ?? eb.ref('candidates'),
          looks: counts ? eb('looks', '+', 1) : eb.ref('looks'),
          next_look_at: ms === null ? null : inMs(ms),
        }))
        .execute();
    },

    async sendAgainSafely(row) {
      await db
        .updateTable('submissions')
        .where(isRow(keyOf(row)))
        .where('state', '=', 'unknown')
        .where('attempt', '=', row.attempt)
        .where('protection', '=', 'unique')
        .set((eb) => ({ state: 'deferred', looks: eb('looks', '+', 1), next_look_at: null, not_before: 0, wait_reason: null }))
        .execute();
    },

    async sendAgain(key) {
      const { numUpdatedRows } = await db
        .updateTable('submissions')
        .where(isRow(key))
        .where('state', '=', 'needs_checking')
        .set({
          ...{ state: 'deferred', not_before: 0, wait_reason: null, unsure: 0, unknown_since: null },
          ...{ looks: 0, next_look_at: null, candidates: null, reason: null, given_up: 1 },
        })
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async dismiss(key, isTakenBack = false) {
      const { numUpdatedRows } = await db
        .updateTable('submissions')
        .where(isRow(key))
        .where('state', 'in', ['received', 'deferred', 'blocked_auth', 'unknown', 'needs_checking'])
        .set({
          ...{ state: 'dismissed', settled_at: at(), next_look_at: null, candidates: null },
          taken_back: isTakenBack ? sql<number>`case when attempt = 0 then 1 else 0 end` : 0,
        })
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async boundRecords(workspaceId, recordIds) {
      if (recordIds.length === 0) return new Set();
      const rows = await db
        .selectFrom('submissions')
        .select('record_id')
        .where('workspace_id', '=', workspaceId)
        .where('record_id', 'in', [...recordIds])
        .execute();
      return new Set(rows.flatMap(({ record_id }) => (record_id === null ? [] : [record_id])));
    },

    async openTwins(row) {
      const twins = await db
        .selectFrom('submissions')
        .select('state')
        .where('fingerprint', '=', row.fingerprint)
        // Said so that SQLite does not go by the workspace, through everything that it ever sent.
        .where(sql`coalesce(workspace_id, '')`, '=', row.workspace_id)
        .where((eb) => eb.not(eb.and([eb('member_id', '=', row.member_id), eb('id', '=', row.id)])))
        .where((eb) => eb.or([eb('state', 'in', ['sending', ...openStates]), eb('unsure', '>', 0)]))
        .where('record_id', 'is', null)
        .execute();
      return { isAny: twins.length > 0, isSending: twins.some(({ state }) => state === 'sending') };
    },
  };
}

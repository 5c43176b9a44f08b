import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from './open-database.ts';
import { sharedNow } from './shared-clock.ts';
import { isQueued, type SubmissionRow } from './submission-row.ts';
import type { WaitReason } from './submission-table.ts';

/** What Attio asks of a workspace, and what that means for whoever waits; the same for all processes on the same data. */
export interface WorkspacePauses {
  /** Attio wants no writes of a workspace for a while; gives back the milliseconds. */
  pause(workspaceId: string, reason: WaitReason, ms: number): Promise<number>;
  /** Attio could not be reached: pauses the workspace, longer each time; gives back the milliseconds. */
  strike(workspaceId: string): Promise<number>;
  /** Attio answered: the next time it cannot be reached is the first again. It names whoever created the deal, as `type:id`. */
  noteAnswer(workspaceId: string, creator: string | null): Promise<void>;
  /** What a waiting submission waits for: how many go first, until when, and why. */
  waitingFor(row: SubmissionRow): Promise<{ ahead: number; notBefore: number | null; reason: WaitReason | null }>;
}

/** Attio could not be reached: half a second, doubled each time, at most half a minute, and not all at once. */
const strikeMs = (strikes: number): number => Math.min(30_000, 500 * 2 ** Math.min(strikes, 6)) * (0.8 + Math.random() * 0.4);

/** How many that go first are counted. */
const maxAhead = 500;

export function createWorkspacePauses(db: Database, now: Clock): WorkspacePauses {
  const at = sharedNow(db, now);
  /** By workspace, as far as this process has told the database, and as long as it has reached Attio. */
  const creators = new Map<string, string>();

  const pause: WorkspacePauses['pause'] = async (workspaceId, reason, ms) => {
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
      if (creator !== null) creators.set(workspaceId, creator);
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
        .where(isQueued)
        .where((eb) => eb(eb.refTuple('received_at', 'id'), '<', eb.tuple(row.received_at, row.id)))
        .orderBy('received_at')
        .limit(maxAhead)
        .execute();
      const isPaused = workspace !== undefined && workspace.paused_until > workspace.now;
      const until = Math.max(row.not_before, isPaused ? workspace.paused_until : 0);
      const isHeld = row.wait_reason === 'held' && row.not_before > (workspace?.now ?? now());
      if (isHeld) return { ahead: 0, notBefore: row.not_before, reason: 'held' };
      const own = row.wait_reason === 'held' ? null : row.wait_reason;
      const reason = isPaused ? workspace.pause_reason : own;
      return { ahead: before.length, notBefore: until > (workspace?.now ?? now()) ? until : null, reason };
    },
  };
}

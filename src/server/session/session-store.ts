import * as z from 'zod/mini';
import { memberSchema } from '../../contract/deal-form.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../ledger/open-database.ts';
import { hashSecretId, newSecretId } from './secret-id.ts';
import type { TokenCipher } from './token-cipher.ts';

/** A session's row. Times are milliseconds since the epoch; whoever reads the file learns no id and no token. */
export interface SessionTable {
  /** SHA-256 of the id in the cookie. */
  id_hash: string;
  workspace_id: string;
  member_id: string;
  /** The Attio token, and names for the page. */
  sealed: string;
  created_at: number;
  last_seen_at: number;
  idle_until: number;
  absolute_until: number;
  revoked_at: number | null;
}

const contentsSchema = z.object({
  token: z.string(),
  workspace: z.object({ id: z.string(), name: z.string(), slug: z.string() }),
  member: memberSchema,
});
/** What a session holds. */
export type SessionContents = z.infer<typeof contentsSchema>;

export interface SessionStore {
  /** Opens a session under a new id; gives back the id, for the cookie. */
  open(contents: SessionContents): Promise<string>;
  /** The session of a cookie; null when there is none, or it is over. Keeps it alive. */
  find(id: string): Promise<SessionContents | null>;
  /** The newest session of a member that is not over; null when there is none. */
  newestOf(workspaceId: string, memberId: string): Promise<SessionContents | null>;
  /** Ends it for good; a replayed cookie finds nothing. */
  end(id: string): Promise<void>;
}

export interface SessionLimits {
  idleMs: number;
  absoluteMs: number;
}

/** Sessions in the database, so that each can be ended at once, and on every process. */
export function createSessionStore(db: Database, cipher: TokenCipher, limits: SessionLimits, now: Clock): SessionStore {
  return {
    async open(contents) {
      const id = newSecretId();
      const idHash = hashSecretId(id);
      const at = now();
      // What is over has no use any more; opening one is a rare enough moment to tidy.
      await db.deleteFrom('sessions').where('absolute_until', '<', at).execute();
      await db
        .insertInto('sessions')
        .values({
          id_hash: idHash,
          workspace_id: contents.workspace.id,
          member_id: contents.member.id,
          sealed: cipher.seal(JSON.stringify(contents), idHash),
          created_at: at,
          last_seen_at: at,
          idle_until: at + limits.idleMs,
          absolute_until: at + limits.absoluteMs,
        })
        .execute();
      return id;
    },

    async find(id) {
      const idHash = hashSecretId(id);
      const at = now();
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where('id_hash', '=', idHash)
        .where('revoked_at', 'is', null)
        .where('idle_until', '>', at)
        .where('absolute_until', '>', at)
        .executeTakeFirst();
      const opened = row ? cipher.open(row.sealed, idHash) : null;
      if (!row || opened === null) return null;
      // A commit on every request would cost more than the few per cent of idle time that this leaves unmeasured.
      if (at - row.last_seen_at > limits.idleMs / 20) {
        await db
          .updateTable('sessions')
          .set({ last_seen_at: at, idle_until: at + limits.idleMs })
          .where('id_hash', '=', idHash)
          .where('revoked_at', 'is', null)
          .execute();
      }
      // Written by an earlier release, perhaps: signing in again costs less than guessing.
      return contentsSchema.safeParse(JSON.parse(opened)).data ?? null;
    },

    async newestOf(workspaceId, memberId) {
      const at = now();
      const rows = await db
        .selectFrom('sessions')
        .select(['id_hash', 'sealed'])
        .where('workspace_id', '=', workspaceId)
        .where('member_id', '=', memberId)
        .where('revoked_at', 'is', null)
        .where('idle_until', '>', at)
        .where('absolute_until', '>', at)
        .orderBy('created_at', 'desc')
        .execute();
      for (const { id_hash, sealed } of rows) {
        const opened = cipher.open(sealed, id_hash);
        const contents = opened === null ? null : contentsSchema.safeParse(JSON.parse(opened)).data;
        if (contents) return contents;
      }
      return null;
    },

    async end(id) {
      await db
        .updateTable('sessions')
        .set({ revoked_at: now(), sealed: '' })
        .where('id_hash', '=', hashSecretId(id))
        .where('revoked_at', 'is', null)
        .execute();
    },
  };
}

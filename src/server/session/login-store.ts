import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import type { Database } from '../ledger/open-database.ts';
import { hashSecretId, newSecretId } from './secret-id.ts';
import type { TokenCipher } from './token-cipher.ts';

/** A sign-in under way: bound to one browser by its cookie, used once. */
export interface LoginTable {
  /** SHA-256 of the id in the login cookie. */
  id_hash: string;
  state_hash: string;
  /** The PKCE verifier and where to go afterwards. */
  sealed: string;
  expires_at: number;
}

/** A sign-in that takes longer starts anew; the cookie lives as long. */
export const loginLifetimeS = 600;

const contentsSchema = z.object({ verifier: z.string(), returnTo: z.string() });
export type LoginContents = z.infer<typeof contentsSchema>;

export interface LoginStore {
  /** Opens a sign-in; gives back the cookie's value. */
  open(state: string, contents: LoginContents): Promise<string>;
  /** Uses up the browser's sign-in, whatever comes of it; its contents only when it is in time and the state is its own. */
  take(id: string, state: string): Promise<LoginContents | null>;
}

export function createLoginStore(db: Database, cipher: TokenCipher, now: Clock): LoginStore {
  return {
    async open(state, contents) {
      const id = newSecretId();
      const idHash = hashSecretId(id);
      await db.deleteFrom('logins').where('expires_at', '<', now()).execute();
      await db
        .insertInto('logins')
        .values({
          id_hash: idHash,
          state_hash: hashSecretId(state),
          sealed: cipher.seal(JSON.stringify(contents), idHash),
          expires_at: now() + loginLifetimeS * 1000,
        })
        .execute();
      return id;
    },

    async take(id, state) {
      const idHash = hashSecretId(id);
      const row = await db.deleteFrom('logins').where('id_hash', '=', idHash).returningAll().executeTakeFirst();
      if (!row || row.expires_at <= now()) return null;
      if (!timingSafeEqual(Buffer.from(row.state_hash), Buffer.from(hashSecretId(state)))) return null;
      const opened = cipher.open(row.sealed, idHash);
      return opened === null ? null : contentsSchema.parse(JSON.parse(opened));
    },
  };
}

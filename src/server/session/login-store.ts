import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import type { Database } from '../ledger/open-database.ts';
import { hashSecretId } from './secret-id.ts';
import type { TokenCipher } from './token-cipher.ts';

/** A sign-in under way: bound to one browser by its cookie, used once. */
export interface LoginTable {
  /** SHA-256 of the state. */
  state_hash: string;
  /** SHA-256 of the id in the browser's login cookie. */
  browser_hash: string;
  /** The PKCE verifier and where to go afterwards. */
  sealed: string;
  expires_at: number;
}

/** A sign-in that takes longer starts anew; the cookie lives as long. */
export const loginLifetimeS = 600;

const contentsSchema = z.object({ verifier: z.string(), returnTo: z.string() });
export type LoginContents = z.infer<typeof contentsSchema>;

export interface LoginStore {
  /** Opens a sign-in of the browser with this login cookie. */
  open(browserId: string, state: string, contents: LoginContents): Promise<void>;
  /**
   * Uses up the sign-in with this state, if it is this browser's own and in time; else null. A state that is not its own
   * uses up nothing: whoever makes the browser call back with another one ends no sign-in.
   */
  take(browserId: string, state: string): Promise<LoginContents | null>;
}

export function createLoginStore(db: Database, cipher: TokenCipher, now: Clock): LoginStore {
  return {
    async open(browserId, state, contents) {
      const stateHash = hashSecretId(state);
      await db.deleteFrom('logins').where('expires_at', '<', now()).execute();
      await db
        .insertInto('logins')
        .values({
          state_hash: stateHash,
          browser_hash: hashSecretId(browserId),
          sealed: cipher.seal(JSON.stringify(contents), stateHash),
          expires_at: now() + loginLifetimeS * 1000,
        })
        .execute();
    },

    async take(browserId, state) {
      const stateHash = hashSecretId(state);
      const row = await db
        .deleteFrom('logins')
        .where('state_hash', '=', stateHash)
        .where('browser_hash', '=', hashSecretId(browserId))
        .returningAll()
        .executeTakeFirst();
      if (!row || row.expires_at <= now()) return null;
      const opened = cipher.open(row.sealed, stateHash);
      return opened === null ? null : contentsSchema.parse(JSON.parse(opened));
    },
  };
}

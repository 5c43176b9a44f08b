import { randomBytes } from 'node:crypto';
import { sha256 } from '../sha256.ts';
import type { Store } from '../storage/store.ts';

// RFC 6749, 4.1.2: "A maximum authorization code lifetime of 10 minutes is RECOMMENDED."
const LIFETIME_MS = 10 * 60_000;
// Neither RFC 6749 nor RFC 7636 says how often a code may be brought with a wrong secret or verifier (assumed).
const MAX_ATTEMPTS = 5;

/** What a code stands for. */
export type Grant = { clientId: string; redirectUri: string; memberId: string; codeChallenge: string | null };

/** A grant as found again. */
export type StoredGrant = Grant & { codeHash: string; isExpired: boolean; isUsed: boolean; isWornOut: boolean };

type CodeRow = {
  code_hash: string;
  client_id: string;
  redirect_uri: string;
  member_id: string;
  code_challenge: string | null;
  expires_at: number;
  used_at: number | null;
  attempts: number;
};

/** The one-time codes of the authorization code flow. */
export class AuthorizationCodes {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  issue(grant: Grant): string {
    const code = randomBytes(32).toString('base64url');
    this.store.run(
      'INSERT INTO authorization_codes (code_hash, client_id, redirect_uri, member_id, code_challenge, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
      sha256(code),
      grant.clientId,
      grant.redirectUri,
      grant.memberId,
      grant.codeChallenge,
      Date.now() + LIFETIME_MS,
    );
    return code;
  }

  /** Remembers that somebody brought this code, whatever comes of it. */
  countAttempt(code: string): void {
    this.store.run('UPDATE authorization_codes SET attempts = attempts + 1 WHERE code_hash = ?', sha256(code));
  }

  find(code: string): StoredGrant | undefined {
    const row = this.store.get<CodeRow>('SELECT * FROM authorization_codes WHERE code_hash = ?', sha256(code));
    if (!row) return undefined;
    return {
      codeHash: row.code_hash,
      clientId: row.client_id,
      redirectUri: row.redirect_uri,
      memberId: row.member_id,
      codeChallenge: row.code_challenge,
      isExpired: row.expires_at < Date.now(),
      isUsed: row.used_at !== null,
      isWornOut: row.attempts > MAX_ATTEMPTS,
    };
  }

  /** Used codes are kept, for a replay is told by them. */
  markUsed({ codeHash }: StoredGrant): void {
    this.store.run('UPDATE authorization_codes SET used_at = ? WHERE code_hash = ?', Date.now(), codeHash);
  }
}

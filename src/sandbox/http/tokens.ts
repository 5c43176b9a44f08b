import { randomBytes } from 'node:crypto';
import { sha256 } from '../sha256.ts';
import type { Store } from '../storage/store.ts';

/** An access token: an API key made in the workspace, or what an OAuth app was given. */
export type Token = {
  actorType: 'api-token' | 'app';
  /** The key's own id, or the app's client id; it is the actor's id on every value written. */
  clientId: string;
  /** Who made the key or authorised the app. */
  memberId: string;
  scope: string;
  /** Seconds since 1970. */
  issuedAt: number;
};

type TokenRow = { actor_type: Token['actorType']; client_id: string; member_id: string; scope: string; issued_at: number };

/** API keys have 64 characters (seen on the wire); that OAuth tokens have as many is assumed. */
export const TOKEN_LENGTH = 64;

/** The tokens ever issued. They do not expire; revoking is the only end. */
export class Tokens {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  /** The token, unless it is unknown or revoked. */
  find(token: string): Token | undefined {
    const sql = 'SELECT * FROM tokens WHERE token_hash = ? AND revoked_at IS NULL';
    const row = this.store.get<TokenRow>(sql, sha256(token));
    if (!row) return undefined;
    return {
      actorType: row.actor_type,
      clientId: row.client_id,
      memberId: row.member_id,
      scope: row.scope,
      issuedAt: row.issued_at,
    };
  }

  /** Issues a token to an app; `codeHash` remembers the code it was exchanged for. */
  issue(token: Omit<Token, 'issuedAt'>, codeHash: string): string {
    const secret = randomBytes(TOKEN_LENGTH / 2).toString('hex');
    this.insert(secret, { ...token, issuedAt: Math.floor(Date.now() / 1000) }, codeHash);
    return secret;
  }

  /** Makes the API key given at the start the only one; one that was revoked stays revoked. */
  setApiKey(secret: string, token: Token): void {
    this.store.transaction(() => {
      this.store.run("DELETE FROM tokens WHERE actor_type = 'api-token' AND token_hash <> ?", sha256(secret));
      const changed = this.store.run('UPDATE tokens SET scope = ? WHERE token_hash = ?', token.scope, sha256(secret));
      if (changed.changes === 0) this.insert(secret, token, null);
    });
  }

  revoke(token: string): boolean {
    return this.store.run('UPDATE tokens SET revoked_at = ? WHERE token_hash = ?', Date.now(), sha256(token)).changes > 0;
  }

  /** Revokes what a code was exchanged for, because the code came a second time (RFC 6749, 4.1.2). */
  revokeOfCode(codeHash: string): void {
    this.store.run('UPDATE tokens SET revoked_at = ? WHERE code_hash = ?', Date.now(), codeHash);
  }

  private insert(secret: string, token: Token, codeHash: string | null): void {
    this.store.run(
      'INSERT INTO tokens (token_hash, actor_type, client_id, member_id, scope, issued_at, code_hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
      sha256(secret),
      token.actorType,
      token.clientId,
      token.memberId,
      token.scope,
      token.issuedAt,
      codeHash,
    );
  }
}

import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Seals small secrets for the database. */
export interface TokenCipher {
  /** `boundTo` must be given again to open: a sealed text moved to another row does not open there. */
  seal(secret: string, boundTo: string): string;
  /** The secret; null when it was sealed with another key, for another row, or was touched. */
  open(sealed: string, boundTo: string): string | null;
}

/** AES-256-GCM with a fresh 96-bit nonce each time, written as `keyId.nonce.tag.text` in base64url. */
export function createTokenCipher(key: Buffer): TokenCipher {
  // Names the key without telling it, so that a changed SECRET_KEY is recognised and old rows simply do not open.
  const keyId = createHash('sha256').update('dealslip key id').update(key).digest('base64url').slice(0, 8);
  return {
    seal(secret, boundTo) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return [keyId, ...[nonce, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.');
    },
    open(sealed, boundTo) {
      const [id, nonce, tag, text] = sealed.split('.');
      if (id !== keyId || nonce === undefined || tag === undefined || text === undefined) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
          .setAAD(Buffer.from(boundTo))
          .setAuthTag(Buffer.from(tag, 'base64url'));
        return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as a cookie value; only its hash is ever stored. */
export const newSecretId = (): string => randomBytes(32).toString('base64url');

/** Whether a cookie's value has the form of a secret id. */
export const isSecretId = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** The stored form of a secret id. A plain SHA-256 is enough: 256 random bits cannot be guessed from it. */
export const hashSecretId = (id: string): string => createHash('sha256').update(id).digest('base64url');

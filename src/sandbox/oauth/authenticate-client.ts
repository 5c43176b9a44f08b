import { timingSafeEqual } from 'node:crypto';
import type { SandboxOptions } from '../options.ts';
import { sha256 } from '../sha256.ts';
import type { FormParameters } from './form-body.ts';
import { OAuthError } from './oauth-error.ts';

/** Checks the app's id and secret: in the form, as documented, or as HTTP Basic (assumed to be accepted). */
export function authenticateClient(form: FormParameters, authorization: string | undefined, options: SandboxOptions): void {
  const [id, secret] = authorization === undefined ? [form.client_id, form.client_secret] : basicCredentials(authorization);
  const isKnown = isSame(id, options.clientId);
  const isGenuine = isSame(secret, options.clientSecret);
  if (!isKnown || !isGenuine) throw new OAuthError('invalid_client', 'The client_id or client_secret is wrong.', 401);
}

/** RFC 6749, 2.3.1: both parts are form-encoded before they are joined. */
function basicCredentials(authorization: string): (string | undefined)[] {
  const [, encoded = ''] = /^basic\s+(\S+)$/i.exec(authorization) ?? [];
  const pair = Buffer.from(encoded, 'base64').toString();
  const colon = pair.indexOf(':');
  if (colon < 0) return [];
  return [pair.slice(0, colon), pair.slice(colon + 1)].map(
    (part) => new URLSearchParams(`part=${part}`).get('part') ?? undefined,
  );
}

function isSame(given: string | null | undefined, expected: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(given ?? '')), Buffer.from(sha256(expected)));
}

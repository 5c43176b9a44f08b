import type { SandboxOptions } from '../options.ts';
import type { FormParameters } from './form-body.ts';

/** A request for authorization that may be answered by a redirect. */
export type AuthorizationRequest = {
  clientId: string;
  redirectUri: string;
  state: string | undefined;
  codeChallenge: string | null;
};

/** The judgement of a request: good, bad but answerable by redirect, or not to be redirected at all. */
export type Judgement =
  | { kind: 'good'; request: AuthorizationRequest }
  | { kind: 'refused'; redirect: string }
  | { kind: 'hostile'; reason: string };

/**
 * Judges what came to `/authorize` (docs.attio.com/rest-api/endpoint-reference/oauth/authorize). An unknown client or a
 * redirect URI that is not registered letter by letter is never redirected to (RFC 6749, 4.1.2.1). `scope` and
 * `token_level` are accepted and ignored, as is everything else.
 */
export function judgeAuthorization(parameters: FormParameters, options: SandboxOptions): Judgement {
  const { client_id: clientId, redirect_uri: redirectUri, state, response_type: responseType } = parameters;
  if (clientId !== options.clientId) return { kind: 'hostile', reason: 'The client_id is not one this workspace knows.' };
  if (typeof redirectUri !== 'string' || !options.redirectUris.includes(redirectUri)) {
    return { kind: 'hostile', reason: 'The redirect_uri is not registered for this app. It must match exactly.' };
  }
  const refused = (error: string, description: string): Judgement => ({
    kind: 'refused',
    redirect: redirectWith(redirectUri, { error, error_description: description, state: state ?? undefined }),
  });
  if (Object.values(parameters).includes(null)) return refused('invalid_request', 'A parameter was given twice.');
  if (responseType !== 'code') return refused('unsupported_response_type', 'response_type must be code.');
  const { code_challenge: challenge, code_challenge_method: method } = parameters;
  if (challenge === undefined && method !== undefined) return refused('invalid_request', 'code_challenge is missing.');
  // RFC 7636 lets a missing method mean `plain`, which is refused (assumed).
  if (challenge !== undefined && method !== 'S256') return refused('invalid_request', 'code_challenge_method must be S256.');
  if (typeof challenge === 'string' && !/^[\w-]{43}$/.test(challenge))
    return refused('invalid_request', 'code_challenge is malformed.');
  return { kind: 'good', request: { clientId, redirectUri, state: state ?? undefined, codeChallenge: challenge ?? null } };
}

/** A redirect URI with parameters added to those it has. */
export function redirectWith(redirectUri: string, parameters: Record<string, string | undefined>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}

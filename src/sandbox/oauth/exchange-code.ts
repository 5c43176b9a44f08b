import type { Tokens } from '../http/tokens.ts';
import type { SandboxOptions } from '../options.ts';
import { sha256 } from '../sha256.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import type { FormParameters } from './form-body.ts';
import { OAuthError } from './oauth-error.ts';

/**
 * Exchanges a code for a token (docs.attio.com/rest-api/endpoint-reference/oauth/token). `redirect_uri` is not in
 * Attio's reference but its tutorial sends it: it is checked when it is there.
 */
export function exchangeCode(form: FormParameters, codes: AuthorizationCodes, tokens: Tokens, options: SandboxOptions): string {
  if (Object.values(form).includes(null)) throw new OAuthError('invalid_request', 'A parameter was given twice.');
  const { grant_type: grantType, code, redirect_uri: redirectUri, code_verifier: verifier } = form;
  if (!grantType) throw new OAuthError('invalid_request', 'grant_type is missing.');
  if (grantType !== 'authorization_code')
    throw new OAuthError('unsupported_grant_type', 'grant_type must be authorization_code.');
  if (!code) throw new OAuthError('invalid_request', 'code is missing.');
  const grant = codes.find(code);
  if (!grant || grant.clientId !== options.clientId) throw new OAuthError('invalid_grant', 'The code is unknown.');
  if (grant.isUsed) {
    // Somebody has a code that was used: whoever used it first may be the thief.
    tokens.revokeOfCode(grant.codeHash);
    throw new OAuthError('invalid_grant', 'The code was used before; what it was exchanged for is revoked.');
  }
  if (grant.isWornOut) throw new OAuthError('invalid_grant', 'The code was tried too often.');
  if (grant.isExpired) throw new OAuthError('invalid_grant', 'The code has expired.');
  if (typeof redirectUri === 'string' && redirectUri !== grant.redirectUri) {
    throw new OAuthError('invalid_grant', 'redirect_uri is not the one the code was sent to.');
  }
  checkVerifier(grant.codeChallenge, verifier);
  codes.markUsed(grant);
  return tokens.issue(
    { actorType: 'app', clientId: grant.clientId, memberId: grant.memberId, scope: options.scopes },
    grant.codeHash,
  );
}

/** PKCE (RFC 7636): whoever began with a challenge must end with its verifier, and nobody else may bring one. */
function checkVerifier(challenge: string | null, verifier: string | null | undefined): void {
  if (challenge === null && !verifier) return;
  if (challenge === null) throw new OAuthError('invalid_grant', 'code_verifier was sent, but no code_challenge.');
  if (!verifier || sha256(verifier, 'base64url') !== challenge) {
    throw new OAuthError('invalid_grant', 'code_verifier does not fit the code_challenge.');
  }
}

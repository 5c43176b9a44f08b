import { calculatePKCECodeChallenge, generateRandomCodeVerifier, generateRandomState } from 'oauth4webapi';
import type { LoginStore } from './login-store.ts';

export interface AuthorizeOptions {
  appUrl: string;
  clientId: string;
  redirectUri: string;
}

/**
 * Starts a sign-in; gives back the login cookie's value and Attio's address to send the browser to.
 * PKCE is always sent and the user's own rights are asked for; that Attio checks the challenge is only reported, so what
 * is relied on is the one-time state, bound to this browser by the cookie (RFC 9700, section 2.1).
 */
export async function beginSignIn(
  logins: LoginStore,
  { appUrl, clientId, redirectUri }: AuthorizeOptions,
  returnTo: string,
): Promise<{ loginId: string; authorizeUrl: string }> {
  const state = generateRandomState();
  const verifier = generateRandomCodeVerifier();
  const loginId = await logins.open(state, { verifier, returnTo });
  const authorizeUrl = new URL('/authorize', appUrl);
  authorizeUrl.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    state,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    token_level: 'user',
  }).toString();
  return { loginId, authorizeUrl: authorizeUrl.href };
}

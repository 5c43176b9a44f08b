import { calculatePKCECodeChallenge, generateRandomCodeVerifier, generateRandomState } from 'oauth4webapi';
import type { LoginStore } from './login-store.ts';

export interface AuthorizeOptions {
  appUrl: string;
  clientId: string;
  redirectUri: string;
}

/**
 * Starts a sign-in of the browser with this login cookie; gives back Attio's address to send it to.
 * PKCE is always sent and the user's own rights are asked for; that Attio checks the challenge is only reported, so what
 * is relied on is the one-time state, bound to this browser by the cookie (RFC 9700, section 2.1).
 */
export async function beginSignIn(
  logins: LoginStore,
  { appUrl, clientId, redirectUri }: AuthorizeOptions,
  { browserId, returnTo }: { browserId: string; returnTo: string },
): Promise<string> {
  const state = generateRandomState();
  const verifier = generateRandomCodeVerifier();
  await logins.open(browserId, state, { verifier, returnTo });
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
  return authorizeUrl.href;
}

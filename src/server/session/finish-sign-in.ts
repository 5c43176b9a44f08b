import {
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  ClientSecretPost,
  customFetch,
  processAuthorizationCodeResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import type { SignInFailure } from '../../words/sign-in-failure.ts';
import type { AttioClient } from '../attio/client.ts';
import { listMembers } from '../attio/members.ts';
import { readSelf } from '../attio/self.ts';
import type { Clock } from '../clock.ts';
import { isLoopback } from '../config.ts';
import { ProblemError } from '../problem.ts';
import type { LoginStore } from './login-store.ts';
import type { SessionStore } from './session-store.ts';

/** A sign-in that came to nothing; the reason is all that is ever told of it. */
export class SignInFailed extends Error {
  override name = 'SignInFailed';
  readonly reason: SignInFailure;

  constructor(reason: SignInFailure) {
    super(reason);
    this.reason = reason;
  }
}

export interface FinishSignInOptions {
  client: AttioClient;
  logins: LoginStore;
  sessions: SessionStore;
  now: Clock;
  appUrl: string;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  allowedWorkspaces: readonly string[] | null;
  /** Called when a member of a workspace has signed in: what was left open for want of a token goes on. */
  onSignedIn(workspaceId: string, memberId: string): Promise<void>;
}

/** What the browser brought back from Attio. */
export interface Callback {
  parameters: URLSearchParams;
  /** The login cookie. */
  browserId: string | undefined;
}

/**
 * Ends a sign-in in a session of its own, with a new id.
 * @throws SignInFailed, ProblemError when Attio cannot be reached
 */
export async function finishSignIn(
  options: FinishSignInOptions,
  { parameters, browserId }: Callback,
): Promise<{ sessionId: string; returnTo: string }> {
  const { client, logins, sessions, now, allowedWorkspaces } = options;
  const login = browserId === undefined ? null : await logins.take(browserId, parameters.get('state') ?? '');
  if (!login) throw new SignInFailed('expired');
  if (parameters.get('error') === 'access_denied') throw new SignInFailed('denied');

  const token = await exchangeCode(options, parameters, login.verifier);
  const self = await readSelf(client, token, now);
  if (!self) throw new SignInFailed('exchange_failed');
  const { workspace, memberId } = self;
  if (allowedWorkspaces && !allowedWorkspaces.includes(workspace.id.toLowerCase()))
    throw new SignInFailed('workspace_not_allowed');
  const members = await listMembers(client, token, now).catch((error: unknown) => {
    const isForbidden = error instanceof ProblemError && error.code === 'attio_forbidden';
    throw isForbidden ? new SignInFailed('members_unreadable') : error;
  });
  const member = members.find((one) => one.id === memberId);
  if (!member || member.suspended) throw new SignInFailed('not_a_member');
  const sessionId = await sessions.open({ token, workspace, member });
  await options.onSignedIn(workspace.id, member.id);
  return { sessionId, returnTo: login.returnTo };
}

/** The Attio token for a code (docs.attio.com, OAuth: token; the client authenticates in the form body). */
async function exchangeCode(options: FinishSignInOptions, callback: URLSearchParams, verifier: string): Promise<string> {
  const { client, appUrl, clientId, clientSecret, redirectUri } = options;
  const server: AuthorizationServer = { issuer: appUrl, token_endpoint: new URL('/oauth/token', appUrl).href };
  const oauthClient = { client_id: clientId };
  // `iss` defends against a mix-up of several servers (RFC 9207). There is one, and how it writes itself is not documented.
  const parameters = new URLSearchParams(callback);
  parameters.delete('iss');
  try {
    // The state was proved by the login row, where only its hash is kept.
    const valid = validateAuthResponse(server, oauthClient, parameters, parameters.get('state') ?? '');
    const response = await authorizationCodeGrantRequest(
      server,
      oauthClient,
      ClientSecretPost(clientSecret),
      valid,
      redirectUri,
      verifier,
      {
        [customFetch]: (_url, { body }) => exchangeThrough(client, String(body)),
        [allowInsecureRequests]: isLoopback(new URL(appUrl).hostname),
      },
    );
    return (await processAuthorizationCodeResponse(server, oauthClient, response)).access_token;
  } catch {
    // The causes quote codes and bodies, so none of them goes any further than this.
    throw new SignInFailed('exchange_failed');
  }
}

/** The token request through the one door to Attio, in the shape that oauth4webapi expects. */
async function exchangeThrough(client: AttioClient, form: string): Promise<Response> {
  const answer = await client.call('exchangeCode', { body: new URLSearchParams(form) });
  if (answer.kind !== 'answered') throw new SignInFailed('exchange_failed');
  const headers = { 'content-type': answer.headers.contentType ?? '' };
  return new Response(answer.text === '' ? null : answer.text, { status: answer.status, headers });
}

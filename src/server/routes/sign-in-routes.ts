import type { FastifyInstance } from 'fastify';
import { antiForgeryHeader, paths } from '../../contract/paths.ts';
import { t } from '../../words/t.ts';
import { messagePage } from '../message-page.ts';
import { requireOwnHost, requireSameOrigin } from '../same-origin.ts';
import { beginSignIn } from '../session/begin-sign-in.ts';
import type { CookieNames } from '../session/cookie-names.ts';
import { type FinishSignInOptions, finishSignIn, SignInFailed } from '../session/finish-sign-in.ts';
import { returnPath } from '../session/return-path.ts';
import { isSecretId, newSecretId } from '../session/secret-id.ts';

export interface SignInRoutesOptions extends Omit<FinishSignInOptions, 'redirectUri'> {
  publicUrl: string;
  cookies: CookieNames;
}

/** Signing in with Attio, and out. */
export function addSignInRoutes(app: FastifyInstance, options: SignInRoutesOptions): void {
  const { publicUrl, cookies, logins, sessions } = options;
  const redirectUri = publicUrl + paths.signInCallback;

  app.get(paths.signIn, async (request, reply) => {
    requireOwnHost(request, publicUrl);
    // Another site that starts our sign-in could end it with an account of its own choosing.
    const site = request.headers['sec-fetch-site'] ?? 'none';
    if (site !== 'none' && site !== 'same-origin') throw new SignInFailed('started_elsewhere');
    const { searchParams } = new URL(request.url, publicUrl);
    const returnTo = returnPath(searchParams.get('return_to'), publicUrl);
    // Two tabs that sign in at once share the cookie; each has a state of its own.
    const earlier = request.cookies[cookies.login];
    const browserId = earlier !== undefined && isSecretId(earlier) ? earlier : newSecretId();
    const authorizeUrl = await beginSignIn(logins, { ...options, redirectUri }, { browserId, returnTo });
    reply.setCookie(cookies.login, browserId, cookies.loginOptions);
    return reply.redirect(authorizeUrl, 302);
  });

  app.get(paths.signInCallback, async (request, reply) => {
    requireOwnHost(request, publicUrl);
    const earlier = request.cookies[cookies.session];
    const { sessionId, returnTo } = await finishSignIn(
      { ...options, redirectUri },
      { parameters: new URL(request.url, publicUrl).searchParams, browserId: request.cookies[cookies.login] },
    );
    if (earlier !== undefined) await sessions.end(earlier);
    reply.setCookie(cookies.session, sessionId, cookies.sessionOptions);
    // A redirect would still count as coming from Attio, and the Strict cookie would stay behind; a page of ours that
    // moves on does not, and leaves neither code nor state in the address.
    const link = { href: returnTo, label: t('server.signedIn.next') };
    return reply
      .type('text/html; charset=utf-8')
      .send(messagePage({ title: t('server.signedIn.title'), text: t('server.signedIn.text'), link, refreshTo: returnTo }));
  });

  app.post(paths.signOut, async (request, reply) => {
    requireSameOrigin(request, publicUrl);
    const id = request.cookies[cookies.session];
    if (id !== undefined) await sessions.end(id);
    reply.clearCookie(cookies.session, cookies.sessionOptions);
    const isCall = request.headers[antiForgeryHeader.name] === antiForgeryHeader.value;
    return isCall ? reply.code(204).send() : reply.redirect(paths.newDeal, 303);
  });
}

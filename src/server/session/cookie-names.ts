import type { CookieSerializeOptions } from '@fastify/cookie';
import { loginLifetimeS } from './login-store.ts';

/** The names and attributes of the two cookies. */
export interface CookieNames {
  session: string;
  login: string;
  sessionOptions: CookieSerializeOptions;
  loginOptions: CookieSerializeOptions;
}

/**
 * `__Host-Http-` binds a cookie to this host, to https and out of scripts' reach (RFC 6265bis, section 4.1.3; a browser
 * that knows only `__Host-` enforces that part). Plain http cannot meet it, so loopback has names of its own. The login
 * cookie is Lax because it has to come along when Attio sends the browser back.
 */
export function cookieNames(https: boolean, sessionAbsoluteS: number): CookieNames {
  const common = { path: '/', httpOnly: true, secure: https } as const;
  return {
    session: https ? '__Host-Http-sid' : 'dev-sid',
    login: https ? '__Host-Http-login' : 'dev-login',
    // A browser that crashes and comes back is still signed in: the limits that count are the server's.
    sessionOptions: { ...common, sameSite: 'strict', maxAge: sessionAbsoluteS },
    loginOptions: { ...common, sameSite: 'lax', maxAge: loginLifetimeS },
  };
}

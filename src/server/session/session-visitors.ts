import type { SessionStore } from './session-store.ts';
import type { Visitors } from './visitor.ts';

/** Visitors that signed in with Attio, known by their session cookie. */
export function sessionVisitors(sessions: SessionStore, cookieName: string): Visitors {
  return {
    async identify(request) {
      const id = request.cookies[cookieName];
      const session = id === undefined ? null : await sessions.find(id);
      return session && { mode: 'oauth', ...session };
    },
    async dismiss(request) {
      const id = request.cookies[cookieName];
      if (id !== undefined) await sessions.end(id);
    },
  };
}

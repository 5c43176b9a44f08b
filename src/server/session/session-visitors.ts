import type { SessionStore } from './session-store.ts';
import type { Visitors } from './visitor.ts';

/** Visitors that signed in with Attio, known by their session cookie. */
export function sessionVisitors(
  sessions: SessionStore,
  cookieName: string,
  allowedWorkspaces: readonly string[] | null,
): Visitors {
  return {
    async identify(request) {
      const id = request.cookies[cookieName];
      const session = id === undefined ? null : await sessions.find(id);
      // The list may have become shorter since the session was opened.
      const isAllowed = session && (!allowedWorkspaces || allowedWorkspaces.includes(session.workspace.id.toLowerCase()));
      return isAllowed ? { mode: 'oauth', ...session } : null;
    },
    async dismiss(request) {
      const id = request.cookies[cookieName];
      if (id !== undefined) await sessions.end(id);
    },
  };
}

import type { SessionContents, SessionStore } from './session-store.ts';
import type { Visitor, Visitors } from './visitor.ts';

/** Visitors that signed in with Attio, known by their session cookie. */
export function sessionVisitors(
  sessions: SessionStore,
  cookieName: string,
  allowedWorkspaces: readonly string[] | null,
): Visitors {
  function visitorOf(session: SessionContents | null): Visitor | null {
    // The list may have become shorter since the session was opened.
    const isAllowed = session && (!allowedWorkspaces || allowedWorkspaces.includes(session.workspace.id.toLowerCase()));
    return isAllowed ? { mode: 'oauth', ...session } : null;
  }

  return {
    async identify(request) {
      const id = request.cookies[cookieName];
      return visitorOf(id === undefined ? null : await sessions.find(id));
    },
    forMember: async (workspaceId, memberId) => visitorOf(await sessions.newestOf(workspaceId, memberId)),
    async dismiss(request) {
      const id = request.cookies[cookieName];
      if (id !== undefined) await sessions.end(id);
    },
  };
}

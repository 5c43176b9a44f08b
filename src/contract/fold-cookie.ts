/**
 * The name of the cookie that says that a person likes "More fields" open: a member of a workspace, in one browser. A cookie, so
 * that the server draws the form as it was left, and nothing moves when the script comes.
 */
export const foldCookie = (workspaceId: string, memberId: string): string => `unfolded-${workspaceId}-${memberId}`;

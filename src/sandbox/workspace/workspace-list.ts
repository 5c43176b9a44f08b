import type { Actor } from './actor.ts';

/** What somebody may do with a list; the order is the document's. */
export const accessLevels = ['full-access', 'read-and-write', 'read-only'] as const;

export type AccessLevel = (typeof accessLevels)[number];

/** Records of one object gathered for a purpose, each with values that matter only there. */
export type WorkspaceList = {
  kind: 'list';
  key: number;
  id: string;
  slug: string;
  name: string;
  /** The object whose records may be added. Older lists of the real service may have several; ours have one. */
  parentKey: number;
  /** Of every member; null keeps the list to those named in `memberAccess`. */
  workspaceAccess: AccessLevel | null;
  memberAccess: readonly { memberId: string; level: AccessLevel }[];
  createdAt: string;
  actor: Actor;
};

import type { DraftOwner } from '../deal-form/draft-store.ts';

/** Where this browser keeps which fields a member of a workspace has pinned. */
export const pinsKey = ({ workspace, member }: DraftOwner): string => `pins:${workspace}:${member}`;

/** Whether anything is pinned; a browser that keeps nothing has no pins. */
export function hasPins(owner: DraftOwner): boolean {
  try {
    return localStorage.getItem(pinsKey(owner)) !== null;
  } catch {
    return false;
  }
}

import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import type { SubmissionRequest } from '../../contract/submission.ts';

/** What a form holds: every field's entry, by slug. */
export type Entries = Record<string, unknown>;

/** An unsent deal, or one that was sent and has no final answer yet (then `sent` is what was sent). */
export interface Draft {
  /** UUID v4, made with the draft: the submission's id. */
  id: string;
  entries: Entries;
  saved_at: string;
  sent: SubmissionRequest | null;
}

/** Whose draft it is: one is never shown to another member or in another workspace. */
export interface DraftOwner {
  workspace: string;
  member: string;
}

const keyOf = ({ workspace, member }: DraftOwner): string => `draft:${workspace}:${member}`;

let opened: UseStore | undefined;
const store = (): UseStore => {
  opened ??= createStore('dealslip', 'drafts');
  return opened;
};

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'entries' in value &&
    typeof value.entries === 'object' &&
    value.entries !== null
  );
}

/** The owner's draft in this browser, or null; never throws: a browser without storage has no drafts. */
export async function loadDraft(owner: DraftOwner): Promise<Draft | null> {
  const stored = await get<unknown>(keyOf(owner), store()).catch(() => null);
  return isDraft(stored) ? stored : null;
}

/** Keeps the draft. @throws when the browser keeps nothing (private windows, a full disk). */
export const saveDraft = (owner: DraftOwner, draft: Draft): Promise<void> => set(keyOf(owner), draft, store());

/** Forgets the owner's draft. */
export const deleteDraft = (owner: DraftOwner): Promise<void> => del(keyOf(owner), store()).catch(() => undefined);

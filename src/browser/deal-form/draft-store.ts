import { createStore, del, entries, get, promisifyRequest, set, type UseStore } from 'idb-keyval';
import type { Problem } from '../../contract/problem.ts';
import type { Submission, SubmissionRequest } from '../../contract/submission.ts';
import type { Pasted } from '../paste-fill/pasted.ts';
import type { EntryWords } from './entry-words.ts';

/** What a form holds: every field's entry, by slug. */
export type Entries = Record<string, unknown>;

/** An unsent deal, or one that was sent and has no final answer yet (then `sent` is what was sent). */
export interface Draft {
  /** UUID v4, made with the draft: the submission's id. */
  id: string;
  entries: Entries;
  /** By slug, what was entered in words: for a form in which the field is gone. */
  words?: Record<string, EntryWords>;
  /** Of the form in which it was entered; drafts of earlier releases have none. */
  schema_version?: string;
  /** BCP 47, by which it was typed: dates and amounts may read otherwise in another. Drafts of earlier releases have none. */
  locale?: string;
  /** RFC 3339. */
  saved_at: string;
  sent: SubmissionRequest | null;
  /** Whether the rep has gone on to another deal: then this one is sent beside the form, and never drawn in it. */
  is_left?: boolean;
  /** Whether the rep has put it aside: then it is opened from the list, and never by itself. */
  is_aside?: boolean;
  /** Whether it is a row of the page of several deals: it stands in its list, and not among the drafts. */
  in_batch?: boolean;
  /** What was pasted for fields of such a row and means nothing there: it is not sent before somebody has seen to it. */
  unread?: readonly { slug: string; title: string; text: string }[];
  /** Whether it was sent without a connection: no request of it has left this browser, so it may still be changed. */
  is_untried?: boolean;
  /** What pastes have filled in, as far as it still stands. */
  pasted?: Pasted;
  /** How the server last had it, once it does. It goes out from there, and is kept here to be a draft again when it is taken back. */
  accepted?: Submission;
  /** The id of the submission that it was, and that nothing was sent of. */
  was?: string;
  /** Why the server did not take it when it went out behind the rep's back. */
  refused?: Problem;
}

/** Whose draft it is: one is never shown to another member or in another workspace. */
export interface DraftOwner {
  workspace: string;
  member: string;
}

/** A draft that nobody came back to is forgotten after this many days. */
export const draftDays = 30;

const prefixOf = ({ workspace, member }: DraftOwner): string => `draft:${workspace}:${member}:`;
/** Under which a draft stands in the {@link store}. */
export const keyOf = (owner: DraftOwner, id: string): string => prefixOf(owner) + id;

const name = 'drafts';
let opened: UseStore | undefined;

/** What is written is on the disk when a write ends, not only on its way there: a power cut loses nothing either. */
export const store: UseStore = async (mode, callback) => {
  opened ??= createStore('dealslip', name);
  // The library's own transactions are of the browser's choice; its database gives ours.
  return opened('readonly', ({ transaction }) =>
    callback(transaction.db.transaction(name, mode, { durability: 'strict' }).objectStore(name)),
  );
};

/** Tells every list of drafts, in this tab and others, that there is another one, or one less. */
export const draftNews = 'dealslip-drafts';
export function announce(): void {
  const channel = new BroadcastChannel(draftNews);
  channel.postMessage(null);
  channel.close();
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('entries' in value)) return false;
  const hasTime = 'saved_at' in value && typeof value.saved_at === 'string';
  return hasTime && typeof value.id === 'string' && typeof value.entries === 'object' && value.entries !== null;
}

/** Drafts that {@link saveAtOnce} kept as a page was left. */
function keptAtOnce(prefix: string): unknown[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return keys.map((key) => JSON.parse(localStorage.getItem(key) ?? 'null'));
  } catch {
    return [];
  }
}

/** The owner's drafts in this browser, newest first; never throws: a browser without storage has none. */
export async function listDrafts(owner: DraftOwner): Promise<Draft[]> {
  const prefix = prefixOf(owner);
  const stored = await entries<string, unknown>(store).catch(() => []);
  const ofOwner = stored.flatMap(([key, value]) => (key.startsWith(prefix) ? [value] : []));
  const oldest = new Date(Date.now() - draftDays * 86_400_000).toISOString();
  const drafts = [...newestById([...ofOwner, ...keptAtOnce(prefix)]).values()];
  for (const { id } of drafts.filter(({ saved_at }) => saved_at < oldest)) void deleteDraft(owner, id);
  return drafts.filter(({ saved_at }) => saved_at >= oldest).sort((a, b) => b.saved_at.localeCompare(a.saved_at));
}

/** Each draft as it was kept last, by its id. */
function newestById(kept: readonly unknown[]): Map<string, Draft> {
  const byId = new Map<string, Draft>();
  for (const draft of kept.filter(isDraft)) {
    if (draft.saved_at > (byId.get(draft.id)?.saved_at ?? '')) byId.set(draft.id, draft);
  }
  return byId;
}

/** A sent draft of which a request is about to leave. */
export const triedDraft = ({ is_untried: _, ...draft }: Draft): Draft => draft;

/** Whether a deal waits in this browser alone: it was sent, and the server has not said to have it. */
export const isUnheard = ({ sent, accepted }: Draft): boolean => sent !== null && accepted === undefined;

/** How many deals other people have sent in this browser that have not gone out. */
export async function countUnsentOfOthers(owner: DraftOwner): Promise<number> {
  const stored = await entries<string, unknown>(store).catch(() => []);
  return stored.filter(([key, value]) => !key.startsWith(prefixOf(owner)) && isDraft(value) && isUnheard(value)).length;
}

/** A draft as it stands now; undefined when it became a deal, or was discarded. */
export async function readDraft(owner: DraftOwner, id: string): Promise<Draft | undefined> {
  const key = keyOf(owner, id);
  const stored = await get<unknown>(key, store).catch(() => undefined);
  return newestById([stored, ...keptAtOnce(key)]).get(id);
}

/** Whose drafts were forgotten: what the page still holds of them is not kept again as it goes. */
let forgotten: string | null = null;

/** Forgets all drafts of somebody who leaves. */
export async function forgetDrafts(owner: DraftOwner): Promise<void> {
  forgotten = prefixOf(owner);
  for (const { id } of await listDrafts(owner)) await deleteDraft(owner, id);
}

/** Keeps the draft. @throws when the browser keeps nothing (private windows, a full disk). */
export async function saveDraft(owner: DraftOwner, draft: Draft): Promise<void> {
  if (forgotten === prefixOf(owner)) return;
  await set(keyOf(owner, draft.id), draft, store);
  announce();
}

/**
 * Puts another draft in the place of one that was sent, in one step, whichever tabs do it at once.
 * @returns it; null when the sent one is gone, or not sent any more. @throws when the browser keeps nothing
 */
export async function replaceSent(owner: DraftOwner, id: string, next: (sent: Draft) => Draft): Promise<Draft | null> {
  const replaced = await store('readwrite', async (drafts) => {
    const now: unknown = await promisifyRequest(drafts.get(keyOf(owner, id)));
    if (!isDraft(now) || now.sent === null) return null;
    const draft = next(now);
    await promisifyRequest(drafts.put(draft, keyOf(owner, draft.id)));
    if (draft.id !== id) await promisifyRequest(drafts.delete(keyOf(owner, id)));
    return draft;
  });
  if (replaced && replaced.id !== id) dropAtOnce(owner, id);
  if (replaced) announce();
  return replaced;
}

/**
 * Puts others in the place of several drafts in one step: all of them, or none. `next` gets each as it stands by then, and says what is
 * kept instead; null where it stays. @throws when the browser keeps nothing
 */
export async function changeDrafts(owner: DraftOwner, ids: readonly string[], next: (now: Draft) => Draft | null): Promise<void> {
  await store('readwrite', async (drafts) => {
    for (const id of ids) {
      const now: unknown = await promisifyRequest(drafts.get(keyOf(owner, id)));
      const draft = isDraft(now) ? next(now) : null;
      if (draft) await promisifyRequest(drafts.put(draft, keyOf(owner, id)));
    }
  });
  announce();
}

/** Keeps the draft before this returns: a page that is being left has no time for IndexedDB. */
export function saveAtOnce(owner: DraftOwner, draft: Draft): void {
  if (forgotten === prefixOf(owner)) return;
  try {
    localStorage.setItem(keyOf(owner, draft.id), JSON.stringify(draft));
  } catch {
    // Then what IndexedDB has must do.
  }
}

/** Marks a kept draft as put aside, or as opened again. @throws when the browser keeps nothing */
export async function markAside(owner: DraftOwner, { is_aside: _, ...draft }: Draft, isAside: boolean): Promise<void> {
  await saveDraft(owner, isAside ? { ...draft, is_aside: true } : draft);
}

/** Forgets what {@link saveAtOnce} kept. */
function dropAtOnce(owner: DraftOwner, id: string): void {
  try {
    localStorage.removeItem(keyOf(owner, id));
  } catch {
    // Nothing was kept there.
  }
}

/** Forgets a draft. */
export async function deleteDraft(owner: DraftOwner, id: string): Promise<void> {
  dropAtOnce(owner, id);
  await del(keyOf(owner, id), store).catch(() => undefined);
  announce();
}

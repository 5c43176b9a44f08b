import { type Draft, type DraftOwner, listDrafts, readDraft } from './draft-store.ts';
import { holdDraft } from './hold-draft.ts';

/** Gets a draft that goes out beside the form, and what lets it go. */
export type OnLeft = (draft: Draft, release: () => void) => void;

/** Holds the drafts that were sent, and that no page is at any more: theirs was closed, or crashed, or has another deal in its form. */
export async function claimUnsent(owner: DraftOwner, isMine: (id: string) => boolean, onLeft: OnLeft): Promise<void> {
  for (const { id, sent } of await listDrafts(owner)) {
    if (sent === null || isMine(id)) continue;
    const release = await holdDraft(id);
    // Whoever held it may have made a deal of it meanwhile.
    const now = release && (await readDraft(owner, id));
    if (release && now?.sent && !isMine(id)) onLeft(now, release);
    else release?.();
  }
}

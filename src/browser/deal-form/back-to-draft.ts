import type { Problem } from '../../contract/problem.ts';
import { type Draft, type DraftOwner, listDrafts, readDraft, replaceSent } from './draft-store.ts';
import { holdDraft } from './hold-draft.ts';

/** A sent deal as a draft once more, under an id of its own: the one it was sent with is spent. */
export function unsentAgain({ is_left: _, is_untried: __, accepted: ___, ...sent }: Draft, refused?: Problem): Draft {
  const now = new Date().toISOString();
  return { ...sent, id: crypto.randomUUID(), was: sent.id, saved_at: now, sent: null, ...(refused && { refused }) };
}

/** What became of a deal that was taken back: a draft here, one in another tab's form, or nothing that this browser knows of. */
export type Back = 'draft' | 'elsewhere' | 'absent';

/** Makes a deal that was taken back, before anything was sent of it, a draft again, if it was sent from this browser. */
export async function backToDraft(owner: DraftOwner, id: string): Promise<Back> {
  const sent = await readDraft(owner, id);
  if (sent?.sent) {
    const release = sent.is_left ? () => {} : await holdDraft(id);
    const back = release && (await replaceSent(owner, id, unsentAgain).catch(() => null));
    release?.();
    // The form of another tab makes a draft of it itself.
    if (!back && !sent.is_left) return 'elsewhere';
  }
  // Whoever was sending it may have seen it first.
  return (await listDrafts(owner)).some(({ was }) => was === id) ? 'draft' : 'absent';
}

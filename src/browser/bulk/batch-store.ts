import { del, get, promisifyRequest } from 'idb-keyval';
import { announce, type Draft, type DraftOwner, keyOf as draftKey, store } from '../deal-form/draft-store.ts';

/** A row of the page: a draft, until the server has it. */
export interface BatchRow {
  /** Of its draft, and so of its submission. */
  id: string;
  /** By slug, what stands in it, in words: for when its draft is gone. */
  words: Readonly<Record<string, string>>;
}

/** The deals that a rep enters together. What stands in them is in their drafts. */
export interface Batch {
  rows: readonly BatchRow[];
  /** Pasted texts, the first of which is read now: so many of its deals have been. */
  reading: readonly { text: string; read: number }[];
  /** Lines that no field takes anything of. */
  rest: readonly string[];
  /** How many deals stand in the last text beyond what a page takes. */
  cut: number;
}

const noBatch: Batch = { rows: [], reading: [], rest: [], cut: 0 };

const keyOf = ({ workspace, member }: DraftOwner): string => `batch:${workspace}:${member}`;

/** The owner's batch in this browser; none where it keeps nothing. */
export const readBatch = async (owner: DraftOwner): Promise<Batch> =>
  (await get<Batch>(keyOf(owner), store).catch(() => undefined)) ?? noBatch;

/**
 * Changes the batch, with the drafts of rows that come or go with it, in one step, whichever tabs do it at once. One that is there stays as
 * it is.
 * @throws when the browser keeps nothing
 */
export async function changeBatch(
  owner: DraftOwner,
  change: (batch: Batch) => Batch,
  { come = [], go = [] }: { come?: readonly Draft[]; go?: readonly string[] } = {},
): Promise<void> {
  const key = keyOf(owner);
  await store('readwrite', async (kept) => {
    const batch: Batch | undefined = await promisifyRequest(kept.get(key));
    for (const draft of come) {
      const at = draftKey(owner, draft.id);
      if ((await promisifyRequest(kept.getKey(at))) === undefined) await promisifyRequest(kept.put(draft, at));
    }
    for (const id of go) await promisifyRequest(kept.delete(draftKey(owner, id)));
    await promisifyRequest(kept.put(change(batch ?? noBatch), key));
  });
  announce();
}

/** Has a text read as soon as the page of several deals opens. @throws when the browser keeps nothing */
export const keepForReading = (owner: DraftOwner, text: string, read = 0): Promise<void> =>
  changeBatch(owner, (batch) => ({ ...batch, reading: [...batch.reading, { text, read }], rest: [], cut: 0 }));

/** Forgets the batch of somebody who leaves. */
export const forgetBatch = (owner: DraftOwner): Promise<void> => del(keyOf(owner), store).catch(() => undefined);

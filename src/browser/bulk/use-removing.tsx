import { useState } from 'react';
import { type Draft, type DraftOwner, deleteDraft } from '../deal-form/draft-store.ts';
import { type BatchRow, changeBatch } from './batch-store.ts';
import type { Row } from './use-batch.tsx';

interface Removed {
  rows: { row: BatchRow; at: number }[];
  drafts: Draft[];
}

/** Takes rows that are not sent away, with the way to have them back while the page stands. */
export function useRemoving(owner: DraftOwner, onForgetful: () => void) {
  /** The last of them is put back first. */
  const [removed, setRemoved] = useState<readonly Removed[]>([]);
  const remove = async (rows: readonly Row[]) => {
    const drafts = rows.flatMap(({ draft }) => (draft?.sent === null ? draft : []));
    const ids = drafts.map(({ id }) => id);
    const gone: Removed = { rows: [], drafts };
    await changeBatch(
      owner,
      (batch) => {
        gone.rows = batch.rows.flatMap((row, at) => (ids.includes(row.id) ? [{ row, at }] : []));
        return { ...batch, rows: batch.rows.filter(({ id }) => !ids.includes(id)) };
      },
      { go: ids },
    );
    // What a page that was left has kept of them goes too.
    await Promise.all(ids.map((id) => deleteDraft(owner, id)));
    setRemoved((before) => [...before, gone]);
  };
  const undo = async ({ rows, drafts }: Removed) => {
    await changeBatch(
      owner,
      (batch) => {
        const all = [...batch.rows];
        // One that lived on in the form of another tab is there already, as it was changed there.
        const isGone = (id: string) => !all.some((one) => one.id === id);
        for (const { row, at } of rows) if (isGone(row.id)) all.splice(at, 0, row);
        return { ...batch, rows: all };
      },
      { come: drafts },
    );
    setRemoved((before) => before.slice(0, -1));
  };
  return {
    /** How many were removed last, and can be had back. */
    count: removed.at(-1)?.rows.length ?? 0,
    remove: (rows: readonly Row[]) => void remove(rows).catch(onForgetful),
    undo: () => {
      const last = removed.at(-1);
      if (last) void undo(last).catch(onForgetful);
    },
  };
}

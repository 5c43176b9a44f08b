import { changeDrafts, type Draft, type DraftOwner } from '../deal-form/draft-store.ts';
import { holdDraft } from '../deal-form/hold-draft.ts';

/**
 * Changes rows that are not sent, all in one step. Those that stand in the form of another tab, or were changed since they were read, stay
 * as they are. @throws when the browser keeps nothing
 */
export async function changeRows(owner: DraftOwner, rows: readonly Draft[], next: (now: Draft) => Draft): Promise<void> {
  const holds = await Promise.all(rows.map(async (row) => ({ row, release: await holdDraft(row.id) })));
  const free = new Map(holds.flatMap(({ row, release }) => (release ? [[row.id, row] as const] : [])));
  const saved_at = new Date().toISOString();
  try {
    await changeDrafts(owner, [...free.keys()], (now) => {
      const isAsRead = now.sent === null && now.saved_at === free.get(now.id)?.saved_at;
      return isAsRead ? { ...next(now), saved_at } : null;
    });
  } finally {
    for (const { release } of holds) release?.();
  }
}

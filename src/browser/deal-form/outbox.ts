import { claimUnsent } from './claim-unsent.ts';
import type { DraftOwner } from './draft-store.ts';
import { sendLeftBehind } from './send-left-behind.ts';

/** What this page is sending, by id. */
const sending = new Set<string>();

/** Sends what waits in this browser from a page without a form: what no page is at. */
export const sendWaiting = (owner: DraftOwner): Promise<void> =>
  claimUnsent(
    owner,
    (id) => sending.has(id),
    (draft, release) => {
      sending.add(draft.id);
      void sendLeftBehind(owner, draft)
        // This browser keeps nothing: the next page tries again.
        .catch(() => undefined)
        .finally(() => {
          sending.delete(draft.id);
          release();
        });
    },
  );

/** Does so now and whenever the connection is back, as long as the page stands. */
export function keepSending(owner: DraftOwner): void {
  void sendWaiting(owner);
  window.addEventListener('online', () => void sendWaiting(owner));
}

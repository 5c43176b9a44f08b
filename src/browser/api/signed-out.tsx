import { useSyncExternalStore } from 'react';

let isOut = false;
const listeners = new Set<() => void>();

/** Says whether the last answer knew no session. One that did, after signing in again in another tab, ends that. */
export function noteSignedOut(next: boolean): void {
  if (next === isOut) return;
  isOut = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whether the session is over, whichever call of this page was told so. */
export const useSignedOut = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => isOut,
    () => false,
  );

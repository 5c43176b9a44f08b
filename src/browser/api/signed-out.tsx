import { useSyncExternalStore } from 'react';

let isOut = false;
const listeners = new Set<() => void>();

/** Says that the server knows no session any more. Only signing in again, which is another page, ends that. */
export function noteSignedOut(): void {
  isOut = true;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whether some call of this page was told that the session is over, whichever it was. */
export const useSignedOut = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => isOut,
    () => false,
  );

import { useEffect, useState, useSyncExternalStore } from 'react';

/**
 * Something that is fetched once it is wanted; null until it is there. Where that fails it stays null: what would have been
 * shown is missed, and what has to be there is told of by whoever sends.
 */
export function useLater<Part>(load: () => Promise<Part>, isWanted: boolean): Part | null {
  const [loaded, setLoaded] = useState<{ part: Part } | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    load().then(
      (part) => !isGone && setLoaded({ part }),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [load, isWanted]);
  return loaded === null ? null : loaded.part;
}

const never = () => () => {};

/** False on the server and while its page is taken over: what differs between the two clocks is drawn after that. */
export const useIsAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

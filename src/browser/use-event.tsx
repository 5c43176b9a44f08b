import { useEffect, useRef } from 'react';

/** Calls the newest `listener` on an event of the window, while `type` is not null. */
export function useEvent(type: 'online' | null, listener: () => void): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    if (type === null) return;
    const onEvent = () => latest.current();
    window.addEventListener(type, onEvent);
    return () => window.removeEventListener(type, onEvent);
  }, [type]);
}

import { useEffect, useRef } from 'react';

/** Calls the newest `listener` on an event of the window, while `type` is not null. */
export function useEvent<Type extends 'online' | 'keydown'>(
  type: Type | null,
  listener: (event: WindowEventMap[Type]) => void,
): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    if (type === null) return;
    const onEvent = (event: WindowEventMap[Type]) => latest.current(event);
    window.addEventListener(type, onEvent);
    return () => window.removeEventListener(type, onEvent);
  }, [type]);
}

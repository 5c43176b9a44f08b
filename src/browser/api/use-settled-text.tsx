import { useEffect, useRef, useState } from 'react';

/** The first key searches at once; later ones wait until `quietMs` pass without another. */
export function useSettledText(text: string, quietMs: number): string {
  const [settled, setSettled] = useState(text);
  const lastChange = useRef(0);
  useEffect(() => {
    const now = performance.now();
    const isFirst = now - lastChange.current > quietMs * 4;
    lastChange.current = now;
    const timer = setTimeout(() => setSettled(text), isFirst ? 0 : quietMs);
    return () => clearTimeout(timer);
  }, [text, quietMs]);
  return settled;
}

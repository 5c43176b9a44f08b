import { useEffect, useRef } from 'react';

/** Calls `send` on Ctrl+Enter or ⌘+Enter, wherever the focus is. */
export function useSendKey(send: () => void): void {
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.repeat) return;
      // Nothing is sent from behind an open window.
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current();
    };
    // In the capture phase: a picker's own Enter must not pick what is highlighted as the deal goes out.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
}

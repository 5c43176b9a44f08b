import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, type DraftOwner, deleteDraft, loadDraft, saveDraft } from './draft-store.ts';

export type DraftStatus = 'none' | 'saved' | 'cannot-save';

/** Typing pauses this long before the draft is written, in ms; leaving the page writes at once. */
const quietMs = 120;

/**
 * Keeps the rep's draft in this browser. `onFound` is called once, when the page opens, with the draft it left behind.
 */
export function useDraft({ workspace, member }: DraftOwner, onFound: (draft: Draft) => void) {
  const [status, setStatus] = useState<DraftStatus>('none');
  const pending = useRef<Draft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const draft = pending.current;
    pending.current = null;
    if (!draft) return;
    await saveDraft({ workspace, member }, draft).then(
      () => setStatus('saved'),
      () => setStatus('cannot-save'),
    );
  }, [workspace, member]);

  /** Keeps the draft: soon, or (awaited) before anything is sent. */
  const keep = useCallback(
    (draft: Draft, when: 'soon' | 'now') => {
      pending.current = draft;
      clearTimeout(timer.current);
      if (when === 'now') return flush();
      timer.current = setTimeout(() => void flush(), quietMs);
      return Promise.resolve();
    },
    [flush],
  );

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    pending.current = null;
    setStatus('none');
    return deleteDraft({ workspace, member });
  }, [workspace, member]);

  const found = useRef(onFound);
  useEffect(() => {
    let isGone = false;
    void loadDraft({ workspace, member }).then((draft) => {
      if (draft && !isGone) found.current(draft);
    });
    const onHide = () => void flush();
    window.addEventListener('pagehide', onHide);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      isGone = true;
      window.removeEventListener('pagehide', onHide);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [workspace, member, flush]);

  return { status, keep, forget };
}

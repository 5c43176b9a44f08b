import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, type DraftOwner, deleteDraft, loadDraft, saveDraft } from './draft-store.ts';

export type DraftStatus = 'none' | 'saved' | 'cannot-save';

/**
 * Keeps the rep's draft in this browser. `onFound` is called once, when the page opens, with the draft it left behind.
 */
export function useDraft({ workspace, member }: DraftOwner, onFound: (draft: Draft) => void) {
  const [status, setStatus] = useState<DraftStatus>('none');
  const pending = useRef<Draft | null>(null);
  const writing = useRef<Promise<void> | null>(null);

  const write = useCallback(async () => {
    for (let draft = pending.current; draft; draft = pending.current) {
      pending.current = null;
      await saveDraft({ workspace, member }, draft).then(
        () => setStatus('saved'),
        () => setStatus('cannot-save'),
      );
    }
    writing.current = null;
  }, [workspace, member]);

  /** Keeps the draft at once; while one is being written only the newest waits. Resolves when it is kept. */
  const keep = useCallback(
    (draft: Draft): Promise<void> => {
      pending.current = draft;
      writing.current ??= write();
      return writing.current;
    },
    [write],
  );

  const forget = useCallback(async () => {
    pending.current = null;
    setStatus('none');
    await writing.current;
    await deleteDraft({ workspace, member });
  }, [workspace, member]);

  const found = useRef(onFound);
  useEffect(() => {
    let isGone = false;
    void loadDraft({ workspace, member }).then((draft) => {
      if (draft && !isGone) found.current(draft);
    });
    return () => {
      isGone = true;
    };
  }, [workspace, member]);

  return { status, keep, forget };
}

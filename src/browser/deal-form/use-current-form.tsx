import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { DealForm } from '../../contract/deal-form.ts';
import { loadFreshForm } from '../later.tsx';
import { currentFocus, type FocusPlace, restoreFocus } from './focus-place.ts';

/**
 * The workspace's form, which a newer one may replace while the page stands. `onTaken` is called with both before the newer one is
 * drawn; the focus stays where it is, if that field is still there.
 */
export function useCurrentForm(first: DealForm, onTaken: (fresh: DealForm, old: DealForm) => void) {
  const [{ form, focus }, setCurrent] = useState<{ form: DealForm; focus: FocusPlace | null }>({ form: first, focus: null });
  const [standing, setStanding] = useState<'as-loaded' | 'changing' | 'changed'>('as-loaded');
  const now = useRef(form);
  /** What was asked for last: an answer that comes after the next send, or the next deal, is of no use any more. */
  const asked = useRef(0);
  const taken = useRef(onTaken);
  useLayoutEffect(() => {
    taken.current = onTaken;
  });
  useLayoutEffect(() => restoreFocus(focus), [focus]);

  /** Asks the server for the form as it is now, and takes it when it is another. Where that fails, the old one stands. */
  const refresh = useCallback(async () => {
    asked.current += 1;
    const question = asked.current;
    setStanding('changing');
    const fresh = await loadFreshForm()
      .then(({ readFreshForm }) => readFreshForm())
      .catch(() => null);
    if (question !== asked.current) return;
    const old = now.current;
    if (!fresh || fresh.schema_version === old.schema_version) return setStanding('as-loaded');
    now.current = fresh;
    taken.current(fresh, old);
    setCurrent({ form: fresh, focus: currentFocus() });
    setStanding('changed');
  }, []);

  /** The rep goes on: what changed has been seen. */
  const goOn = useCallback(() => {
    asked.current += 1;
    setStanding('as-loaded');
  }, []);

  /** What is in the form was entered in another one. */
  const tellChanged = useCallback(() => setStanding('changed'), []);

  return { form, standing, refresh, goOn, tellChanged };
}

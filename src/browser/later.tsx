import { useEffect } from 'react';

/**
 * What the page does not need until the rep does something: schemas, judging, sending, the receipt. It is fetched at the
 * first key, touch or click, so that the form itself is there sooner (budget: `e2e/first-load.spec.ts`).
 */
export const loadJudge = () => import('./deal-form/judge-entries.ts');
export const loadSending = () => import('./submissions/send-until-settled.ts');
export const loadLookup = () => import('./api/look-up.ts');
export const loadReceipt = () => import('./receipt/Receipt.tsx').then(({ Receipt }) => ({ default: Receipt }));

/** Fetches all of it when the rep first touches the page. */
export function useLoadLater(): void {
  useEffect(() => {
    const controller = new AbortController();
    const load = () => {
      controller.abort();
      // A failed fetch is told where the part is needed, and tried again there.
      void Promise.allSettled([loadLookup(), loadJudge(), loadSending(), loadReceipt()]);
    };
    for (const event of ['keydown', 'pointerdown', 'input'] as const) {
      window.addEventListener(event, load, { signal: controller.signal, capture: true, passive: true });
    }
    return () => controller.abort();
  }, []);
}

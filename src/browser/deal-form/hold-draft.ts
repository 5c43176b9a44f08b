/**
 * How long a draft is waited for that another page holds: after a reload that may be the page before this one, which lets go as it
 * ends. Another tab never does.
 */
const patienceMs = 1_500;

/**
 * Holds a draft for this tab, until the tab is gone or the answer is called: two tabs never write one draft.
 * @returns what lets it go, or null when another tab holds it. A browser without Web Locks never says no.
 */
export function holdDraft(id: string): Promise<(() => void) | null> {
  if (!('locks' in navigator)) return Promise.resolve(() => {});
  const waiting = AbortSignal.timeout(patienceMs);
  return new Promise((resolve) => {
    const held = navigator.locks.request(
      `dealslip-draft:${id}`,
      { signal: waiting },
      () => new Promise<void>((release) => resolve(release)),
    );
    held.catch(() => resolve(waiting.aborted ? null : () => {}));
  });
}

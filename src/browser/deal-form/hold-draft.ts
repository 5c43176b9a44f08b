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
  const waiting = AbortSignal.timeout(patienceMs);
  return hold(id, { signal: waiting }, () => waiting.aborted);
}

/** The same, at once or not at all: for a draft that this tab had nothing to do with before. */
export const holdAtOnce = (id: string): Promise<(() => void) | null> => hold(id, { ifAvailable: true }, () => false);

function hold(id: string, options: LockOptions, isElsewhere: () => boolean): Promise<(() => void) | null> {
  if (!('locks' in navigator)) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    const held = navigator.locks.request(`dealslip-draft:${id}`, options, (lock) =>
      lock === null ? resolve(null) : new Promise<void>((release) => resolve(release)),
    );
    held.catch(() => resolve(isElsewhere() ? null : () => {}));
  });
}

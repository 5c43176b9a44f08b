/**
 * Holds a draft for this tab, until the tab is gone or the answer is called: two tabs never write one draft.
 * @returns what lets it go, or null when another tab holds it. A browser without Web Locks never says no.
 */
export function holdDraft(id: string): Promise<(() => void) | null> {
  if (!('locks' in navigator)) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    const held = navigator.locks.request(`dealslip-draft:${id}`, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(null);
      return new Promise<void>((release) => resolve(release));
    });
    held.catch(() => resolve(() => {}));
  });
}

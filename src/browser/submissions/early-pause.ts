/**
 * A wait that ends early when the network comes back or the tab is looked at again.
 * @param onStart is given what ends it now
 */
export const earlyPause = (ms: number, onStart?: (end: () => void) => void): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      document.removeEventListener('visibilitychange', onVisible);
      resolve();
    };
    const onVisible = () => document.visibilityState === 'visible' && end();
    const timer = setTimeout(end, ms);
    window.addEventListener('online', end);
    document.addEventListener('visibilitychange', onVisible);
    onStart?.(end);
  });

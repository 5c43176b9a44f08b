interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string };
}

const script = '/service-worker.js';

/**
 * Lets the browser keep the page for times without a connection, once it has nothing better to do. Where it cannot, everything
 * else works as before.
 */
export function keepOffline(): void {
  // The development server changes its files all the time.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => {
    // The page's policy takes no plain text for the address of a script.
    const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
    const policy = trustedTypes?.createPolicy('dealslip-worker', { createScriptURL: () => script });
    navigator.serviceWorker.register(policy?.createScriptURL(script) ?? script).catch(() => undefined);
  };
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}

const yearS = 365 * 86_400;

/** Keeps a choice of this browser for a year where the server sees it as it draws a page; null takes it away. */
export function keepCookie(name: string, value: string | null): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: not every browser has the Cookie Store API.
  document.cookie = `${name}=${value ?? ''}; Path=/; Max-Age=${value === null ? 0 : yearS}; SameSite=Lax${secure}`;
}

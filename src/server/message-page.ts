import { createHash } from 'node:crypto';
import { directionOf } from '../words/language.ts';
import { currentLanguage, t } from '../words/t.ts';

// The card and colours of page.css, which these pages do not load.
const style = `:root{color-scheme:light dark}body{font:0.9375rem/1.375rem ui-sans-serif,system-ui,sans-serif;margin:0;padding:4rem 1rem;color:#1b1c1e;background:#f6f6f3}
main{box-sizing:border-box;max-width:35rem;margin:auto;padding:1.5rem;background:#fff;border:1px solid #dcdcd7;border-radius:0.875rem}
h1{font-size:1.375rem;line-height:1.75rem;margin:0 0 .5rem}p{margin:0 0 1rem;overflow-wrap:anywhere}p:last-child{margin:0}a{color:#2b55d9}small{font-size:0.8125rem;color:#5d6068}
@media (prefers-color-scheme:dark){body{color:#eeeeeb;background:#101113}main{background:#17181b;border-color:#2b2d32}a{color:#8ea8ff}small{color:#a7aab2}}`;

/** The CSP source of the one style that these pages carry. */
export const messagePageStyleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;

/** What a page of a few sentences says. All of it is escaped here. */
export interface MessagePage {
  title: string;
  text: string;
  link?: { href: string; label: string } | undefined;
  /** Shown small, so that a person can quote it. */
  requestId?: string | undefined;
  /** Goes there at once, by itself. Works without script, and the browser counts it as started by us. */
  refreshTo?: string | undefined;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** A whole document of a few sentences: for sign-in, for addresses that do not exist, for errors outside `/api`. */
export function messagePage({ title, text, link, requestId, refreshTo }: MessagePage): string {
  const refresh = refreshTo === undefined ? '' : `<meta http-equiv="refresh" content="0;url=${escapeHtml(refreshTo)}">`;
  const anchor = link ? `<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a></p>` : '';
  const reference = requestId === undefined ? '' : `<p><small>${escapeHtml(t('requestId', { id: requestId }))}</small></p>`;
  return `<!doctype html><html lang="${currentLanguage()}" dir="${directionOf(currentLanguage())}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${refresh}<link rel="icon" href="data:,"><title>${escapeHtml(title)} · Dealslip</title><style>${style}</style></head><body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${anchor}${reference}</main></body></html>`;
}

import { createHash } from 'node:crypto';
import { directionOf } from '../words/language.ts';
import { currentLanguage } from '../words/t.ts';

const style = `body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto 0;padding:0 1.5rem;color:#1b1c1e;background:#f6f6f3}
h1{font-size:1.5rem;line-height:1.25}a{color:#2b55d9}small{color:#5d6068}
@media (prefers-color-scheme:dark){body{color:#eeeeeb;background:#101113}a{color:#8ea8ff}small{color:#a7aab2}}`;

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
  const reference = requestId === undefined ? '' : `<p><small>${escapeHtml(requestId)}</small></p>`;
  return `<!doctype html><html lang="${currentLanguage()}" dir="${directionOf(currentLanguage())}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${refresh}<link rel="icon" href="data:,"><title>${escapeHtml(title)} · Dealslip</title><style>${style}</style></head><body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${anchor}${reference}</main></body></html>`;
}

import { foldCookie } from '../../contract/fold-cookie.ts';
import type { Session } from '../../contract/session.ts';

const yearS = 365 * 86_400;

/** Keeps in this browser whether a person left the folded fields open; the server reads it when it draws the form. */
export function rememberFold({ workspace, member }: Session, isOpen: boolean): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  const life = isOpen ? yearS : 0;
  // biome-ignore lint/suspicious/noDocumentCookie: not every browser has the Cookie Store API.
  document.cookie = `${foldCookie(workspace.id, member.id)}=1; Path=/; Max-Age=${life}; SameSite=Lax${secure}`;
}

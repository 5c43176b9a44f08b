import { hostName } from '../domain/host-name.ts';

/** RFC 5322's dot-atom, which is what addresses in use look like. */
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

/** An e-mail address in lower case, as Attio keeps it; null when the text is none. */
export function emailAddress(written: string): string | null {
  const text = written.trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at).toLowerCase();
  const host = at < 1 ? null : hostName(text.slice(at + 1));
  return host === null || local.length > 64 || !localPart.test(local) ? null : `${local}@${host}`;
}

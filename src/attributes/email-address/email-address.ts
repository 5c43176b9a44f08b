import { hostName } from '../domain/host-name.ts';

/** RFC 5322's dot-atom, which is what addresses in use look like. */
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

/** An e-mail address in lower case, by which Attio tells it from others; null when the text is none. */
export function emailAddress(written: string): string | null {
  const text = written.trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at).toLowerCase();
  const host = at < 1 ? null : hostName(text.slice(at + 1));
  return host === null || local.length > 64 || !localPart.test(local) ? null : `${local}@${host}`;
}

/** An e-mail address with the capitals that it was written with, which Attio keeps as its original; null when the text is none. */
export function emailAddressAsWritten(written: string): string | null {
  const [text, address] = [written.trim(), emailAddress(written)];
  // A host in other letters than its own (`münchen.de`) goes by its own.
  return text.toLowerCase() === address ? text : address;
}

/** Ends of names that are reserved (RFC 2606, RFC 6762): no company has one, and Attio refuses them. */
const reserved = new Set(['test', 'invalid', 'localhost', 'example', 'local']);
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A public host name in lower case and ASCII (`münchen.de` becomes `xn--mnchen-3ya.de`); null when it is none. */
export function hostName(written: string): string | null {
  if (/[\s/@:?#\\%[\]]/.test(written) || !URL.canParse(`http://${written}`)) return null;
  const host = new URL(`http://${written}`).hostname.replace(/\.$/, '');
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  if (host.length > 253 || labels.length < 2 || !labels.every((one) => label.test(one))) return null;
  return reserved.has(last) || /^\d+$/.test(last) || last.length < 2 ? null : host;
}

/** The host of a domain or a web address: scheme, user, port, path and query are cut off. Null when there is none. */
export const hostOf = (written: string): string | null =>
  hostName(
    written
      .trim()
      .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
      .replace(/[/?#].*$/s, '')
      .replace(/^[^@]*@/, '')
      .replace(/:\d*$/, ''),
  );

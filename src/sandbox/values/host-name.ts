// Public suffixes of two labels that business addresses really use; the full list is far longer (assumed to be enough here).
const SECOND_LEVEL = new Set(['co', 'com', 'org', 'net', 'gov', 'edu', 'ac']);
// RFC 2606; the real service is reported to refuse e-mail addresses under such names. `example.com` is accepted (recorded).
const RESERVED = new Set(['test', 'invalid', 'localhost', 'example', 'local']);
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The ASCII, lower-case form of a public host name, or undefined if it is none. */
export function hostName(written: string): string | undefined {
  const host = asciiHost(written);
  if (!host || host.length > 253) return undefined;
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return undefined;
  if (RESERVED.has(last) || /^\d+$/.test(last) || last.length < 2) return undefined;
  return host;
}

/** The part somebody registers: `attio.com` of `app.attio.com`, `bbc.co.uk` of `news.bbc.co.uk`. */
export function rootDomain(host: string): string {
  const labels = host.split('.');
  const isDeep = labels.length > 2 && labels.at(-1)?.length === 2 && SECOND_LEVEL.has(labels.at(-2) ?? '');
  return labels.slice(isDeep ? -3 : -2).join('.');
}

/** Lets the URL parser turn `münchen.de` into its ASCII form. */
function asciiHost(written: string): string | undefined {
  if (/[\s/@:?#\\%]/.test(written)) return undefined;
  try {
    return new URL(`http://${written}`).hostname;
  } catch {
    return undefined;
  }
}

import { domainIn, emailIn } from './new-record-key.ts';

/** One company or person in a pasted text. */
export interface PastedRecord {
  /** As it stands in front of an address in angle brackets; empty otherwise. */
  name: string;
  /** Domain or e-mail address. */
  unique: string;
}

/** The domain of a company, also from the address of somebody there. */
const companyDomain = (text: string): string | null => domainIn(text) ?? emailIn(text)?.split('@')[1] ?? null;

/** More than this is a table, not a list of people. */
const mostPasted = 200;

/** What mail programs write in front of a list. */
const listHead = /^\s*(?:to|cc|bcc|from|an|von)\s*:\s*/i;

/**
 * The e-mail addresses (of people) or domains (of companies) that a pasted text consists of: one, or a list with commas,
 * semicolons, spaces or line breaks; `Bo Li <bo@acme.com>`, `"Li, Bo" <bo@acme.com>` and rows of a name and an address included.
 * Empty when anything else stands in it.
 */
export function pastedRecords(text: string, object: 'companies' | 'people'): PastedRecord[] {
  const read = object === 'people' ? emailIn : companyDomain;
  const found = new Map<string, PastedRecord>();
  const add = (name: string, word: string): boolean => {
    const unique = read(word.replace(/^mailto:/i, ''));
    if (unique !== null && !found.has(unique)) found.set(unique, { name: name.trim(), unique });
    return unique !== null;
  };
  const list = text.replace(listHead, '');
  let at = 0;
  // A name ends with its address in angle brackets; commas in it are its own.
  for (const bracketed of list.matchAll(/<([^<>]+)>/g)) {
    const parts = list.slice(at, bracketed.index).split(/[,;\r\n]+/);
    while (parts[0] !== undefined && (parts[0].trim() === '' || add('', parts[0].trim()))) parts.shift();
    if (!add(parts.join(',').replace(/"/g, ''), bracketed[1] ?? '')) return [];
    at = bracketed.index + bracketed[0].length;
  }
  for (const row of list.slice(at).split(/[,;\r\n]+/)) {
    const cells = row.split('\t').map((cell) => cell.trim());
    const address = cells.find((cell) => read(cell) !== null);
    if (cells.length > 1 && address !== undefined) add(cells.find((cell) => cell !== '' && cell !== address) ?? '', address);
    else if (
      !row
        .split(/\s+/)
        .filter(Boolean)
        .every((word) => add('', word))
    )
      return [];
  }
  return found.size > mostPasted ? [] : [...found.values()];
}

/** The pasted ones that were not found, as text that can be made into records one by one. */
export const unpasted = (pasted: readonly PastedRecord[], found: ReadonlyMap<string, unknown>): string =>
  pasted
    .filter(({ unique }) => !found.has(unique))
    .map(({ name, unique }) => (name ? `${name} <${unique}>` : unique))
    .join(', ');

/** What is left of a list once a record was made of its first. */
export const restOf = (text: string, object: 'companies' | 'people'): string =>
  unpasted(pastedRecords(text, object).slice(1), new Map());

/** What a new record of the text is called, and what is unique of it, as far as the text says. */
export function makingFrom(text: string, object: 'companies' | 'people'): PastedRecord {
  const [pasted] = pastedRecords(text, object);
  if (!pasted) return { name: text.trim(), unique: '' };
  return { ...pasted, name: pasted.name || nameFrom(pasted.unique, object) };
}

/** Second levels that are no name: `acme.co.uk`. */
const noName = /^(co|com|org|net|ac|gov|edu|or|ne|go)$/;

/** The label of a host that somebody has registered; empty of one that is not written in letters any more (`xn--…`). */
function ownLabel(host: string): string {
  const labels = host.split('.').slice(0, -1);
  if (labels.length > 1 && noName.test(labels.at(-1) ?? '')) labels.pop();
  const own = labels.at(-1) ?? '';
  return own.startsWith('xn--') ? '' : own;
}

/** A name to begin with: `shop.acme-labs.com` → `Acme Labs`, `bo.li@acme.com` → `Bo Li`. */
function nameFrom(unique: string, object: 'companies' | 'people'): string {
  const head = object === 'people' ? (unique.split('@')[0] ?? '') : ownLabel(unique);
  return head
    .split(/[._+-]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toLocaleUpperCase() + word.slice(1))
    .join(' ');
}

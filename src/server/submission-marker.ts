import { canonicalJson, sha256 } from './ledger/canonical-json.ts';
import { nameOf, type SubmissionKey } from './ledger/submission-row.ts';

/**
 * What a submission writes into the marker attribute: SHA-256 in hex of workspace, member and submission, so that it can be
 * computed again from what the browser holds, even when the ledger is lost, and tells nobody who reads it anything.
 */
export const markerOf = (key: SubmissionKey): string => sha256(nameOf(key));

/** One spelling of a name that was typed twice: Unicode's canonical form, and no spaces more than one. */
export const canonicalName = (name: unknown): string | null =>
  typeof name === 'string' ? name.normalize('NFC').replace(/\s+/g, ' ').trim() : null;

/** What tells deals apart in Attio, as far as everybody enters it: two submissions with the same are twins. */
export const fingerprintOf = (values: Readonly<Record<string, unknown>>): string =>
  sha256(canonicalJson([canonicalName(values['name']), values['owner'] ?? null, values['value'] ?? null]));

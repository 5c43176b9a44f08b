import { createStore, delMany, get, keys, update } from 'idb-keyval';
import { matchesText } from '../../attributes/matches-text.ts';
import type { Suggestion } from '../../contract/lookup.ts';

/** A record that was suggested once, and with which company it was. */
interface Known {
  suggestion: Suggestion;
  company: string | null;
}

/** Whose records, and of which objects: one member never sees what another was shown. */
export interface KnownOf {
  member: string;
  /** Slugs; null for any. */
  objects: readonly string[] | null;
}

/** The newest of these stay, of each kind. */
const mostKept = 500;
const mostShown = 20;

let opened: ReturnType<typeof createStore> | undefined;
const store = () => {
  opened ??= createStore('dealslip-records', 'records');
  return opened;
};
const keyOf = ({ member, objects }: KnownOf): string => `${member}:${objects?.join(',') ?? '*'}`;

/** Notes what was suggested, for times without a connection. A browser that keeps nothing does without. */
export async function noteRecords(of: KnownOf, suggestions: readonly Suggestion[], company: string | null): Promise<void> {
  if (suggestions.length === 0) return;
  const fresh = suggestions.map((suggestion): Known => ({ suggestion, company: suggestion.related ? company : null }));
  const ids = new Set(suggestions.map(({ id }) => id));
  await update<Known[]>(
    keyOf(of),
    (before = []) => {
      const companyOf = (id: string) => before.find(({ suggestion }) => suggestion.id === id)?.company ?? null;
      const merged = fresh.map((one) => ({ ...one, company: one.company ?? companyOf(one.suggestion.id) }));
      return [...merged, ...before.filter(({ suggestion }) => !ids.has(suggestion.id))].slice(0, mostKept);
    },
    store(),
  ).catch(() => undefined);
}

/** Forgets all that a member was shown. */
export async function forgetRecords(member: string): Promise<void> {
  const known = await keys<string>(store()).catch(() => []);
  await delMany(
    known.filter((key) => key.startsWith(`${member}:`)),
    store(),
  ).catch(() => undefined);
}

/** What is known here that fits a text, the chosen company's first; the newest come first. */
export async function knownRecords(of: KnownOf, text: string, company: string | null): Promise<Suggestion[]> {
  const known = (await get<Known[]>(keyOf(of), store()).catch(() => undefined)) ?? [];
  return known
    .filter(({ suggestion: { name, details } }) => matchesText(text, [name, ...details]))
    .map((one) => ({ ...one.suggestion, related: company !== null && one.company === company }))
    .toSorted((one, other) => Number(other.related) - Number(one.related))
    .slice(0, mostShown);
}

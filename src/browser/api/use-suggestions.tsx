import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { LookupState } from '../../attributes/attribute-input.tsx';
import { matchesText } from '../../attributes/matches-text.ts';
import type { Field } from '../../contract/deal-form.ts';
import type { Lookup, Suggestion } from '../../contract/lookup.ts';
import { paths } from '../../contract/paths.ts';
import { loadLookup } from '../later.tsx';
import { useSettledText } from './use-settled-text.tsx';

/** Short enough not to be felt, long enough that a fast typist costs Attio one search for two keys. */
const quietMs = 40;

function lookupPath(field: Field, query: string, company: string | null): string {
  const objects = field.config.target_objects;
  const search = new URLSearchParams({ query });
  const [only] = objects?.length === 1 ? objects : [];
  if (only === 'companies') return `${paths.lookupCompanies}?${search}`;
  if (only !== 'people') {
    if (objects) search.set('object', objects.join(','));
    return `${paths.lookupRecords}?${search}`;
  }
  if (company) search.set('company', company);
  return `${paths.lookupPeople}?${search}`;
}

/** The records with exactly these e-mail addresses or domains, a few at a time. */
export async function findRecords(field: Field, uniques: readonly string[]): Promise<ReadonlyMap<string, Suggestion>> {
  const { lookUp } = await loadLookup();
  const found = new Map<string, Suggestion>();
  const wanted = [...uniques];
  const next = async (): Promise<void> => {
    for (let unique = wanted.shift(); unique !== undefined; unique = wanted.shift()) {
      const { suggestions } = await lookUp(lookupPath(field, unique, null), new AbortController().signal);
      const one = suggestions.find(({ details }) => details.includes(unique));
      if (one) found.set(unique, one);
    }
  };
  await Promise.all([next(), next(), next()]);
  return found;
}

/**
 * Suggestions for a reference field. While a new answer is on its way the last one stays, less what no longer fits the
 * text: what Enter picks is always something that matches what stands in the input.
 */
export function useSuggestions(field: Field, text: string, isOpen: boolean, company: string | null): LookupState {
  const query = useSettledText(text.trim().slice(0, 256), quietMs);
  const path = lookupPath(field, query, company);
  // A field may link to objects that are all switched off.
  const isAnywhere = field.config.target_objects?.length !== 0;
  const { data, isError, isPlaceholderData } = useQuery<Lookup>({
    queryKey: ['lookup', path],
    queryFn: ({ signal }) => loadLookup().then(({ lookUp }) => lookUp(path, signal)),
    enabled: isOpen && isAnywhere,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
    // Without a connection the look-up fails into words, rather than waiting for ever.
    networkMode: 'always',
  });
  const isStale = isPlaceholderData || query !== text.trim().slice(0, 256);
  const all = data?.suggestions ?? [];
  const suggestions = isStale ? all.filter((one) => matchesText(text, [one.name, ...one.details])) : all;
  if (isError) return { suggestions: [], status: 'failed' };
  if (!isAnywhere) return { suggestions: [], status: 'ready' };
  return { suggestions, status: data === undefined || (isStale && suggestions.length === 0) ? 'loading' : 'ready' };
}

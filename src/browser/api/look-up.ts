import type { Field } from '../../contract/deal-form.ts';
import { type Duplicates, duplicatesSchema } from '../../contract/duplicates.ts';
import { type Lookup, lookupSchema, type Suggestion } from '../../contract/lookup.ts';
import { paths } from '../../contract/paths.ts';
import { callApi } from './client.ts';
import { queryClient } from './with-queries.tsx';

/** The address of what fits a text in a reference field; a company's people come first. */
export function lookupPath(field: Field, query: string, company: string | null): string {
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

const lookUp = (path: string, signal: AbortSignal): Promise<Lookup> => callApi(path, { signal, answer: lookupSchema });

/** Suggestions, asked for once in half a minute. @throws what {@link callApi} throws. */
export const suggestionsAt = (path: string): Promise<Lookup> =>
  queryClient.fetchQuery({
    queryKey: ['lookup', path],
    queryFn: ({ signal }) => lookUp(path, signal),
    staleTime: 30_000,
    retry: false,
    // Without a connection the look-up fails into words, rather than waiting for ever.
    networkMode: 'always',
  });

/** Nobody waits for these suggestions any more. */
export const stopLookingUp = (path: string): Promise<void> =>
  queryClient.cancelQueries({ queryKey: ['lookup', path], exact: true });

/** The records with exactly these e-mail addresses or domains, a few at a time; one that Attio does not have is absent. */
export async function findRecords(field: Field, uniques: readonly string[]): Promise<ReadonlyMap<string, Suggestion>> {
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

/** Asks the server for deals that look like half a deal. @throws what {@link callApi} throws. */
export const findSimilarDeals = (values: Record<string, unknown>, signal: AbortSignal): Promise<Duplicates> =>
  callApi(paths.duplicates, { method: 'POST', body: { values }, signal, answer: duplicatesSchema });

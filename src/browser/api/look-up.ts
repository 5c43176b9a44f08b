import { folded } from '../../attributes/matches-text.ts';
import type { Field } from '../../contract/deal-form.ts';
import { type Duplicates, duplicatesSchema } from '../../contract/duplicates.ts';
import { type Lookup, lookupSchema, type Suggestion } from '../../contract/lookup.ts';
import { paths } from '../../contract/paths.ts';
import { knownRecords, noteRecords } from '../offline/known-records.ts';
import { NoAnswer } from './api-problem.ts';
import { callApi } from './client.ts';
import { queryClient } from './with-queries.tsx';

/** The address of what fits a text in a reference field; a company's people come first. */
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

const lookUp = (path: string, signal: AbortSignal): Promise<Lookup> => callApi(path, { signal, answer: lookupSchema });

/** What is looked for, by whom. */
export interface Wanted {
  field: Field;
  query: string;
  /** The chosen company's id. */
  company: string | null;
  /** The id of the member who writes. */
  me: string;
}

/** Suggestions; `isKnown` when they are only what this device knows, since nobody could be asked. */
export interface Suggested {
  suggestions: readonly Suggestion[];
  isKnown: boolean;
}

/** What fits, asked for once in half a minute; without an answer what was suggested here before. @throws ApiProblem */
export async function suggestionsFor({ field, query, company, me }: Wanted): Promise<Suggested> {
  const path = lookupPath(field, query, company);
  const of = { member: me, objects: field.config.target_objects };
  try {
    const { suggestions } = await queryClient.fetchQuery({
      queryKey: ['lookup', path],
      queryFn: ({ signal }) => lookUp(path, signal),
      staleTime: 30_000,
      retry: false,
      // Without a connection the look-up fails at once, rather than waiting for ever.
      networkMode: 'always',
    });
    void noteRecords(of, suggestions, company);
    return { suggestions, isKnown: false };
  } catch (error) {
    // A proxy's page is an answer: the list is broken, and not out of reach.
    const isOutOfReach = error instanceof NoAnswer && error.cause instanceof TypeError;
    if (!isOutOfReach) throw error;
    return { suggestions: await knownRecords(of, query, company), isKnown: true };
  }
}

/**
 * The one record that is called so, whatever the case; null when there is none, or several. `isKnown` as in {@link suggestionsFor}, which
 * also says what it throws.
 */
export async function askByName(
  field: Field,
  name: string,
  me: string,
): Promise<{ record: Suggestion | null; isKnown: boolean }> {
  const { suggestions, isKnown } = await suggestionsFor({ field, query: name.slice(0, 256), company: null, me });
  const same = suggestions.filter((one) => folded(one.name) === folded(name));
  return { record: same.length === 1 ? (same[0] ?? null) : null, isKnown };
}

/** The same, and null where nobody can be asked. */
export const findByName = async (field: Field, name: string, me: string): Promise<Suggestion | null> =>
  (await askByName(field, name, me).catch(() => null))?.record ?? null;

/** Asks once for the newest companies and people, so that a time without a connection finds some. */
export async function noteRecents(fields: readonly Field[], me: string): Promise<void> {
  for (const field of fields.filter(({ type, slug }) => type === 'record-reference' && slug.startsWith('associated_'))) {
    const of = { member: me, objects: field.config.target_objects };
    if ((await knownRecords(of, '', null)).length === 0) await suggestionsFor({ field, query: '', company: null, me });
  }
}

/** Nobody waits for these suggestions any more. */
export const stopLookingUp = ({ field, query, company }: Wanted): Promise<void> =>
  queryClient.cancelQueries({ queryKey: ['lookup', lookupPath(field, query, company)], exact: true });

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

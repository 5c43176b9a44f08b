import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import type { AttributeEntry, EntryContext } from '../../attributes/attribute-entry.ts';
import { currencyEntry } from '../../attributes/currency/currency-entry.ts';
import { recordReferenceEntry } from '../../attributes/record-reference/record-reference-entry.ts';
import { typedTextEntry } from '../../attributes/typed-text-entry.ts';
import type { Field } from '../../contract/deal-form.ts';
import type { Duplicates } from '../../contract/duplicates.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { useSettledText } from '../api/use-settled-text.tsx';
import { loadLookup } from '../later.tsx';
import { useOnline } from '../offline/use-online.tsx';
import type { Entries } from './draft-store.ts';

/** What tells deals apart, by the type that it has in every workspace. */
export const telling: Readonly<Record<string, AttributeEntry | undefined>> = {
  name: typedTextEntry,
  associated_company: recordReferenceEntry,
  associated_people: recordReferenceEntry,
  value: currencyEntry,
};
/** Long enough that a name is typed in one go, short enough that the answer is there before the send. */
const quietMs = 500;
const shortestName = 3;

/** Whether so much is entered that something can look like it. */
const isEnough = ({ name, associated_company, associated_people }: Entries): boolean =>
  associated_company !== undefined ||
  (Array.isArray(associated_people) && associated_people.length > 0) ||
  (typeof name === 'string' && name.trim().length >= shortestName);

/** What is asked about, and what was said to it; undefined while there is no answer. */
interface Asked {
  wanted: string;
  said: Duplicates | undefined;
}

/** What the workspace has that is like the deal being entered. It is asked for beside the typing: nothing waits for it. */
function useAskedDeals(control: Control<Entries>, fields: readonly Field[], context: EntryContext): Asked {
  const shown = fields.filter(({ slug }) => Object.hasOwn(telling, slug));
  const entries = useWatch({ control, name: shown.map(({ slug }) => slug) });
  const values: Entries = {};
  shown.forEach((field, at) => {
    const entry = entries[at];
    const reading = entry === undefined ? null : telling[field.slug]?.read(entry, field, context);
    if (reading?.ok && reading.value !== undefined) values[field.slug] = reading.value;
  });
  const wanted = useSettledText(isEnough(values) ? JSON.stringify(values) : '', quietMs);
  const isOnline = useOnline();
  const { data, error } = useQuery<Duplicates>({
    queryKey: ['duplicates', wanted],
    queryFn: ({ signal }) => loadLookup().then(({ findSimilarDeals }) => findSimilarDeals(JSON.parse(wanted), signal)),
    enabled: wanted !== '' && isOnline,
    staleTime: 30_000,
    retry: false,
    networkMode: 'always',
  });
  // Of a session that is over the page itself says so.
  const isSignedOut = error instanceof ApiProblem && error.problem.status === 401;
  const isAnswered = isOnline && wanted !== '' && !isSignedOut;
  return { wanted, said: !isAnswered ? undefined : error ? { checked: false, deals: [], usual_owner: null } : data };
}

/** Open deals that look like the one that is being entered; null while there is nothing to say, or the rep has put it aside. */
export function useSimilarDeals(
  control: Control<Entries>,
  fields: readonly Field[],
  context: EntryContext,
): { similar: Duplicates | null; putAside: () => void } {
  const { said } = useAskedDeals(control, fields, context);
  const [aside, setAside] = useState('');
  const ids = (said?.deals ?? []).map(({ record_id }) => record_id).join(' ');
  const isNothing = !said || (said.checked && said.deals.length === 0) || (ids !== '' && ids === aside);
  return { similar: isNothing ? null : said, putAside: () => setAside(ids) };
}

/** The id of the member who usually owns the deals of the company that is picked; null while that is not known. */
export function useUsualOwner(control: Control<Entries>, fields: readonly Field[], context: EntryContext): string | null {
  const { wanted, said } = useAskedDeals(control, fields, context);
  const company = wanted === '' ? undefined : JSON.stringify((JSON.parse(wanted) as Entries)['associated_company']);
  // The name of the deal does not tell who owns it: while that is typed, the answer about the same company stands.
  const [last, setLast] = useState<{ company: string; owner: string | null } | null>(null);
  if (company === undefined) return null;
  if (said && (last?.company !== company || last.owner !== said.usual_owner)) setLast({ company, owner: said.usual_owner });
  if (said) return said.usual_owner;
  return last?.company === company ? last.owner : null;
}

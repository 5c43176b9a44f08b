import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import type { AttributeEntry, EntryContext } from '../../attributes/attribute-entry.ts';
import { currencyEntry } from '../../attributes/currency/currency-entry.ts';
import { recordReferenceEntry } from '../../attributes/record-reference/record-reference-entry.ts';
import { typedTextEntry } from '../../attributes/typed-text-entry.ts';
import type { Field } from '../../contract/deal-form.ts';
import type { Duplicates } from '../../contract/duplicates.ts';
import { useSettledText } from '../api/use-settled-text.tsx';
import { loadLookup } from '../later.tsx';
import { useOnline } from '../offline/use-online.tsx';
import type { Entries } from './draft-store.ts';

/** What tells deals apart, by the type that it has in every workspace. */
const telling: Readonly<Record<string, AttributeEntry | undefined>> = {
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

/**
 * Open deals that look like the one that is being entered; null while there is nothing to say, or the rep has put it aside. They
 * are asked for beside the typing: nothing waits for them.
 */
export function useSimilarDeals(
  control: Control<Entries>,
  fields: readonly Field[],
  context: EntryContext,
): { similar: Duplicates | null; putAside: () => void } {
  const shown = fields.filter(({ slug }) => Object.hasOwn(telling, slug));
  const entries = useWatch({ control, name: shown.map(({ slug }) => slug) });
  const values: Entries = {};
  shown.forEach((field, at) => {
    const entry = entries[at];
    const reading = entry === undefined ? null : telling[field.slug]?.read(entry, field, context);
    if (reading?.ok && reading.value !== undefined) values[field.slug] = reading.value;
  });
  const wanted = useSettledText(isEnough(values) ? JSON.stringify(values) : '', quietMs);
  const [aside, setAside] = useState('');
  const isOnline = useOnline();
  const { data, isError } = useQuery<Duplicates>({
    queryKey: ['duplicates', wanted],
    queryFn: ({ signal }) => loadLookup().then(({ findSimilarDeals }) => findSimilarDeals(JSON.parse(wanted), signal)),
    enabled: wanted !== '' && isOnline,
    staleTime: 30_000,
    retry: false,
    networkMode: 'always',
  });
  const said = isError ? { checked: false, deals: [] } : data;
  const ids = (said?.deals ?? []).map(({ record_id }) => record_id).join(' ');
  const isNothing =
    !said || !isOnline || wanted === '' || (said.checked && said.deals.length === 0) || (ids !== '' && ids === aside);
  return { similar: isNothing ? null : said, putAside: () => setAside(ids) };
}

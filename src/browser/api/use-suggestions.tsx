import { useEffect, useState } from 'react';
import type { InputContext, LookupState } from '../../attributes/attribute-input.tsx';
import { matchesText } from '../../attributes/matches-text.ts';
import type { Field } from '../../contract/deal-form.ts';
import type { Suggestion } from '../../contract/lookup.ts';
import { loadLookup } from '../later.tsx';
import { useSettledText } from './use-settled-text.tsx';

/** Short enough not to be felt, long enough that a fast typist costs Attio one search for two keys. */
const quietMs = 40;

/** What was found last, and for which question; `suggestions` is null when it could not be asked. */
interface Found {
  question: string;
  suggestions: readonly Suggestion[] | null;
}

/**
 * Suggestions for a reference field. While a new answer is on its way the last one stays, less what no longer fits the
 * text: what Enter picks is always something that matches what stands in the input.
 */
export function useSuggestions(field: Field, text: string, isOpen: boolean, company: string | null): LookupState {
  const typed = text.trim().slice(0, 256);
  const query = useSettledText(typed, quietMs);
  const [found, setFound] = useState<Found | null>(null);
  // A field may link to objects that are all switched off.
  const isAnywhere = field.config.target_objects?.length !== 0;
  const isAsked = isOpen && isAnywhere;
  const question = JSON.stringify([query, company]);
  useEffect(() => {
    if (!isAsked) return;
    let stop = () => {};
    let isOver = false;
    const ask = async () => {
      const { lookupPath, suggestionsAt, stopLookingUp } = await loadLookup();
      if (isOver) return;
      const path = lookupPath(field, query, company);
      stop = () => void stopLookingUp(path);
      const suggestions = await suggestionsAt(path).then((answer) => answer.suggestions);
      if (!isOver) setFound({ question, suggestions });
    };
    ask().catch(() => !isOver && setFound({ question, suggestions: null }));
    return () => {
      isOver = true;
      stop();
    };
  }, [isAsked, field, query, company, question]);
  if (!isAnywhere) return { suggestions: [], status: 'ready' };
  const isStale = found?.question !== question || query !== typed;
  if (found?.suggestions === null && !isStale) return { suggestions: [], status: 'failed' };
  const all = found?.suggestions ?? [];
  const suggestions = isStale ? all.filter((one) => matchesText(text, [one.name, ...one.details])) : all;
  return { suggestions, status: isStale && suggestions.length === 0 ? 'loading' : 'ready' };
}

/** As {@link InputContext} describes it; what asks comes with the first key. */
export const findRecords: InputContext['findRecords'] = async (field, uniques) =>
  (await loadLookup()).findRecords(field, uniques);

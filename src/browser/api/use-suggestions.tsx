import { useEffect, useState } from 'react';
import type { InputContext } from '../../attributes/attribute-input.tsx';
import { matchesText } from '../../attributes/matches-text.ts';
import { loadLookup } from '../later.tsx';
import type { Suggested } from './look-up.ts';
import { useSettledText } from './use-settled-text.tsx';

/** Short enough not to be felt, long enough that a fast typist costs Attio one search for two keys. */
const quietMs = 40;

/** What was found last, and for which question; `suggested` is null when it could not be asked. */
interface Found {
  question: string;
  suggested: Suggested | null;
}

/**
 * Suggestions for a reference field. While a new answer is on its way the last one stays, less what no longer fits the
 * text: what Enter picks is always something that matches what stands in the input.
 */
export const useSuggestions: InputContext['useSuggestions'] = (field, text, isOpen, { company, me }) => {
  const typed = text.trim().slice(0, 256);
  const query = useSettledText(typed, quietMs);
  const [found, setFound] = useState<Found | null>(null);
  // A field may link to objects that are all switched off.
  const isAnywhere = field.config.target_objects?.length !== 0;
  const isAsked = isOpen && isAnywhere;
  const companyId = company?.id ?? null;
  const question = JSON.stringify([query, companyId]);
  useEffect(() => {
    if (!isAsked) return;
    const wanted = { field, query, company: companyId, me };
    let stop = () => {};
    let isOver = false;
    const ask = async () => {
      const { suggestionsFor, stopLookingUp } = await loadLookup();
      if (isOver) return;
      stop = () => void stopLookingUp(wanted);
      const suggested = await suggestionsFor(wanted);
      if (!isOver) setFound({ question, suggested });
    };
    ask().catch(() => !isOver && setFound({ question, suggested: null }));
    return () => {
      isOver = true;
      stop();
    };
  }, [isAsked, field, query, companyId, me, question]);
  if (!isAnywhere) return { suggestions: [], status: 'ready', isKnown: false };
  const isStale = found?.question !== question || query !== typed;
  const { suggestions: all, isKnown } = found?.suggested ?? { suggestions: [], isKnown: false };
  if (!isStale && (found?.suggested === null || (isKnown && all.length === 0)))
    return { suggestions: [], status: 'failed', isKnown };
  const suggestions = isStale ? all.filter((one) => matchesText(text, [one.name, ...one.details])) : all;
  return { suggestions, status: isStale && suggestions.length === 0 ? 'loading' : 'ready', isKnown };
};

/** As {@link InputContext} describes it; what asks comes with the first key. */
export const findRecords: InputContext['findRecords'] = async (field, uniques) =>
  (await loadLookup()).findRecords(field, uniques);

import { type RefObject, useEffect, useRef } from 'react';
import type { DealForm } from '../../contract/deal-form.ts';
import { draftParameter } from '../../contract/paths.ts';
import { findRecords } from '../api/use-suggestions.tsx';
import { loadPrefill } from '../later.tsx';
import type { Prefill } from './prefill-from.ts';

/**
 * Reads what the page's address brings for the form, once.
 * @param locale BCP 47
 * @returns whether it brings something
 */
export function usePrefill(dealForm: DealForm, locale: string, onPrefill: (prefill: Prefill) => void): RefObject<boolean> {
  const isWanted = useRef(false);
  const { members, me } = dealForm;
  const start = useRef(() => {
    const query = new URLSearchParams(window.location.search);
    query.delete(draftParameter);
    isWanted.current = [...query.values()].some((text) => text.trim() !== '');
    if (!isWanted.current) return;
    loadPrefill()
      .then(({ prefillFromAddress }) => prefillFromAddress(dealForm, { locale, members, me, findRecords }))
      .then(onPrefill)
      // The part could not be fetched: the link stands in the address for the next try.
      .catch(() => undefined);
  });
  useEffect(() => start.current(), []);
  return isWanted;
}

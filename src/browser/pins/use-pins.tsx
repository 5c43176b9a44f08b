import { type RefObject, useRef, useState } from 'react';
import type { DealForm } from '../../contract/deal-form.ts';
import type { DraftOwner, Entries } from '../deal-form/draft-store.ts';
import { isSameEntry, startingEntries } from '../deal-form/starting-entries.ts';
import { loadPins } from '../later.tsx';
import type { Pinned } from './pinned-entries.ts';
import { hasPins, pinsKey } from './pins-key.ts';

interface Place {
  /** BCP 47. */
  locale: string;
  /** What stands in the form now. */
  entries: RefObject<Entries>;
  /** Puts what a deal starts with into the form that stands. */
  onGive: (entries: Entries) => void;
  /** The same for what takes the place of pins that are dropped. */
  onDrop: (entries: Entries) => void;
}

/** What the pins hold in the form that stands. */
export type HeldByPins = Pick<Pinned, 'entries' | 'slugs'>;

const nothingHeld: HeldByPins = { entries: {}, slugs: [] };

/** Starts a new deal with what the rep has pinned: in fields that nobody has touched, and never over a draft or a link. */
export function usePins(owner: DraftOwner, form: DealForm, { locale, entries, onGive, onDrop }: Place) {
  const [pinned, setPinned] = useState<Pinned | null>(null);
  const held = useRef<HeldByPins>(nothingHeld);
  const deal = useRef(0);
  /** What stands in the form, with others in the place of those entries that are still as they were. */
  const replaced = (before: Entries, next: Entries): Entries => {
    const free = Object.keys(before).filter((slug) => isSameEntry(entries.current[slug], before[slug]));
    return { ...entries.current, ...Object.fromEntries(free.map((slug) => [slug, next[slug]])) };
  };

  /** Another deal is in the form: one of its own, or a new one, which starts with what is pinned. */
  const begin = (isNew: boolean) => {
    deal.current += 1;
    held.current = nothingHeld;
    setPinned(null);
    if (!isNew || !hasPins(owner)) return;
    const [asked, before] = [deal.current, entries.current];
    loadPins()
      .then(({ pinnedEntries }) => pinnedEntries(owner, form, locale))
      .then((found) => {
        if (!found || asked !== deal.current) return;
        held.current = found;
        setPinned(found);
        onGive(replaced(before, found.entries));
      })
      // The part could not be fetched: the deal starts as every other.
      .catch(() => undefined);
  };

  return {
    held,
    begin,
    /** The same for the page's first deal, unless another has taken its place. */
    beginFirst: () => deal.current === 0 && begin(true),
    /** What is said of it. */
    notice: pinned && {
      titles: pinned.titles,
      onDrop() {
        const before = held.current.entries;
        localStorage.removeItem(pinsKey(owner));
        begin(false);
        onDrop(replaced(before, startingEntries(form)));
      },
    },
  };
}

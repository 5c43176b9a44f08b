import { useEffect, useState } from 'react';
import type { DealForm } from '../../contract/deal-form.ts';
import type { Submission } from '../../contract/submission.ts';
import type { DraftOwner, Entries } from '../deal-form/draft-store.ts';
import { keepPins, readPins } from './pin-store.ts';
import { pinOf } from './pinned-entries.ts';

/** A deal that was created, and what stood in the form when it was sent. */
export interface SentDeal {
  owner: DraftOwner;
  form: DealForm;
  entries: Entries;
  submission: Submission;
}

/**
 * Pins fields of a deal that was created, for the next. Those that were pinned before hold what this deal has.
 * @param locale BCP 47, by which the deal was read
 */
export function usePinning({ owner, form, entries, submission }: SentDeal, locale: string) {
  const { workspace, member } = owner;
  const pinFor = (id: string) => {
    const field = form.fields.find((one) => one.id === id);
    return field ? pinOf(field, entries[field.slug], submission.new_records, locale) : null;
  };
  const [pins, setPins] = useState(() => readPins(owner).map((pin) => pinFor(pin.id) ?? pin));
  useEffect(() => keepPins({ workspace, member }, pins), [workspace, member, pins]);

  return {
    /** Of a field that can be pinned: its title, whether it is, and what changes that. */
    pinning(slug: string) {
      const field = form.fields.find((one) => one.slug === slug);
      const pin = field && pinFor(field.id);
      if (!field || !pin) return null;
      const isPinned = pins.some(({ id }) => id === field.id);
      const others = pins.filter(({ id }) => id !== field.id);
      return { title: field.title, isPinned, onToggle: () => setPins(isPinned ? others : [...others, pin]) };
    },
  };
}

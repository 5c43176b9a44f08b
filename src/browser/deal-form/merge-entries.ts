import { isParts, type PartsEntry } from '../../attributes/parts-entry.ts';
import { isPicked, type PickedEntry } from '../../attributes/picked-entry.ts';
import type { DealForm } from '../../contract/deal-form.ts';
import type { Entries } from './draft-store.ts';
import { isSameEntry } from './starting-entries.ts';

/** The entries that differ from where the form started. */
export const touchedEntries = (now: Entries, starting: Entries): Entries =>
  Object.fromEntries(Object.entries(now).filter(([slug, entry]) => !isSameEntry(entry, starting[slug])));

/**
 * A found draft with what was typed before it was found. Whoever typed saw inputs in which the draft did not stand yet, so
 * chips stay and words are joined; where only one of two can be right (an amount, a date, a choice), the later one is.
 */
export function mergeEntries({ fields }: DealForm, draft: Entries, typed: Entries): Entries {
  const merged = { ...draft };
  for (const { slug, type, multi } of fields) {
    const [before, since] = [draft[slug], typed[slug]];
    if (since === undefined) continue;
    if (isPicked(before) && isPicked(since)) merged[slug] = mergePicked(before, since, multi);
    else if (isParts(before) && isParts(since)) merged[slug] = mergeParts(before, since);
    else if (type === 'text' && typeof before === 'string' && typeof since === 'string') merged[slug] = joined(before, since);
    else merged[slug] = since;
  }
  return merged;
}

/** Each part as it was typed since, where it was. */
const mergeParts = (before: PartsEntry, since: PartsEntry): PartsEntry => ({
  ...before,
  parts: { ...before.parts, ...Object.fromEntries(Object.entries(since.parts).filter(([, text]) => text !== '')) },
});

function mergePicked(before: PickedEntry, since: PickedEntry, multi: boolean): PickedEntry {
  // What was only typed left the chips as the form started; one that was picked since then counts.
  const added = since.picked.filter(({ id }) => !before.picked.some((one) => one.id === id));
  const isOnlyTyped = since.text !== '';
  const picked = multi ? [...before.picked, ...(isOnlyTyped ? [] : added)] : isOnlyTyped ? before.picked : since.picked;
  return { picked, text: joined(before.text, since.text) };
}

const joined = (before: string, since: string): string =>
  before === '' || since === '' || before === since ? before || since : `${before} ${since}`;

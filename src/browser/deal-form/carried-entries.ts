import type { DealForm } from '../../contract/deal-form.ts';
import type { Entries } from './draft-store.ts';
import type { EntryWords } from './entry-words.ts';

/**
 * The entries of one form under the slugs that their attributes have in another; those whose attribute is gone or of another type by
 * now are left out.
 */
export function carriedEntries(entries: Entries, old: DealForm, fresh: DealForm): Entries {
  const carried = old.fields.flatMap((was) => {
    const isAnother = (id: string) => old.fields.some((field) => field.id === id);
    const is =
      fresh.fields.find(({ id }) => id === was.id) ?? fresh.fields.find(({ id, slug }) => slug === was.slug && !isAnother(id));
    const isSameType = is?.type === was.type && is.multi === was.multi;
    return isSameType && Object.hasOwn(entries, was.slug) ? [[is.slug, entries[was.slug]] as const] : [];
  });
  return Object.fromEntries(carried);
}

/** The entries of a draft under the slugs that their attributes have by now; what was entered was kept with the attribute's id. */
export function entriesNow(entries: Entries, words: Readonly<Record<string, EntryWords>>, { fields }: DealForm): Entries {
  const slugNow = (slug: string) => fields.find(({ id }) => id === words[slug]?.id)?.slug ?? slug;
  const moved = Object.entries(entries).map(([slug, entry]) => [slugNow(slug), entry, slugNow(slug) !== slug] as const);
  // What stood in a field of that slug before is another's, or only what it started with.
  const ordered = moved.toSorted(([, , one], [, , other]) => Number(one) - Number(other));
  return Object.fromEntries(ordered.map(([slug, entry]) => [slug, entry]));
}

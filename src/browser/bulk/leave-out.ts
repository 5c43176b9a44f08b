import type { DealForm } from '../../contract/deal-form.ts';
import type { Draft } from '../deal-form/draft-store.ts';
import { enteredWords } from '../deal-form/entry-words.ts';
import { isSameEntry } from '../deal-form/starting-entries.ts';

/** The fields of a row that still stand as they were pasted and cannot be read, by slug. */
const unreadable = ({ entries, pasted }: Draft): string[] =>
  Object.entries(pasted?.marks ?? {}).flatMap(([slug, { entry, unread }]) =>
    unread?.why === 'unclear' && isSameEntry(entries[slug], entry) ? slug : [],
  );

/** Whether something of a row was pasted for a field and means nothing there. */
export const hasUnread = (draft: Draft): boolean =>
  draft.sent === null && (draft.unread !== undefined || unreadable(draft).length > 0);

/** The row without it: each such field holds what it started with, and what was pasted is told as not understood. */
export function withoutUnread({ unread: _, ...draft }: Draft, form: DealForm): Draft {
  const { pasted, entries: before } = draft;
  const slugs = unreadable(draft);
  if (!pasted || slugs.length === 0) return draft;
  const titleOf = (slug: string) => form.fields.find((field) => field.slug === slug)?.title ?? slug;
  const entries = { ...before, ...Object.fromEntries(slugs.map((slug) => [slug, pasted.marks[slug]?.before])) };
  const marks = Object.fromEntries(Object.entries(pasted.marks).filter(([slug]) => !slugs.includes(slug)));
  const rest = [...pasted.rest, ...slugs.map((slug) => `${titleOf(slug)}: ${pasted.marks[slug]?.unread?.text ?? ''}`)];
  return { ...draft, entries, words: enteredWords(form, entries), pasted: { ...pasted, marks, rest } };
}

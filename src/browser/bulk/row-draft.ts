import { isStageField, stageIdIn } from '../../attributes/stage-rules.ts';
import type { DealForm } from '../../contract/deal-form.ts';
import type { Draft, Entries } from '../deal-form/draft-store.ts';
import { enteredWords, entryText, isBlank } from '../deal-form/entry-words.ts';
import { judgeFilled } from '../deal-form/judge-filled.ts';
import { startingEntries } from '../deal-form/starting-entries.ts';
import type { ReadDeal } from '../paste-fill/deal-of-text.ts';

/**
 * A deal of a pasted text as a draft: in the form it stands as if it had been pasted there.
 * @param locale BCP 47, by which the text was read
 */
export async function rowDraft({ filled, rest, unread: unreadTexts }: ReadDeal, form: DealForm, locale: string): Promise<Draft> {
  const stage = form.fields.find(isStageField);
  const given: Entries = Object.fromEntries(filled.map(({ field: { slug }, entry }) => [slug, entry]));
  const starting = startingEntries(form, stage && stageIdIn(given[stage.slug]));
  const entries = { ...starting, ...given };
  const { unread } = await judgeFilled(form, entries, Object.keys(given), locale);
  const marks = Object.entries(given).map(
    ([slug, entry]) => [slug, { entry, before: starting[slug], ...(unread[slug] && { unread: unread[slug] }) }] as const,
  );
  return {
    ...{ id: crypto.randomUUID(), entries, words: enteredWords(form, entries), schema_version: form.schema_version, locale },
    ...{ saved_at: new Date().toISOString(), sent: null, in_batch: true },
    pasted: { marks: Object.fromEntries(marks), kept: [], rest, more: [] },
    ...(unreadTexts.length > 0 && { unread: unreadTexts.map(({ field: { slug, title }, text }) => ({ slug, title, text })) }),
  };
}

/** By slug, what a row shows of its entries: what was entered, what was pasted even if it is what every deal starts with, and the stage. */
export function rowWords(form: DealForm, entries: Entries, pasted: Draft['pasted']): Record<string, string> {
  const entered = enteredWords(form, entries);
  const shown = form.fields.filter(
    (field) => Object.hasOwn(entered, field.slug) || (pasted && Object.hasOwn(pasted.marks, field.slug)) || isStageField(field),
  );
  return Object.fromEntries(
    shown.flatMap((field) =>
      isBlank(field, entries[field.slug]) ? [] : [[field.slug, entryText(field, entries[field.slug])] as const],
    ),
  );
}

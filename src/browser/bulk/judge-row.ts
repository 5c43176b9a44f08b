import { choicesOf } from '../../attributes/choice-entry.ts';
import { fieldValueWords } from '../../attributes/field-values.ts';
import { isPicked, type PickedEntry } from '../../attributes/picked-entry.ts';
import { isStageField, ruledFields, stageIdIn } from '../../attributes/stage-rules.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import { inRow, t } from '../../words/t.ts';
import { entriesNow } from '../deal-form/carried-entries.ts';
import { changedInDraft } from '../deal-form/changed-in-draft.ts';
import type { Draft, Entries } from '../deal-form/draft-store.ts';
import { enteredButLeftOut } from '../deal-form/drawn-fields.ts';
import { goneWords } from '../deal-form/entry-words.ts';
import { judgeEntries } from '../deal-form/judge-entries.ts';
import { draftInLocale } from '../deal-form/meant-elsewhere.ts';
import { refusalReason } from '../deal-form/refusal-reason.ts';
import { fittingEntries } from '../deal-form/starting-entries.ts';
import { rowWords } from './row-draft.ts';

/** A row as the form stands now. */
export interface JudgedRow {
  entries: Entries;
  /** What would be sent; null while something is wrong with it. */
  values: Record<string, unknown> | null;
  /** What is wrong with it, in sentences. */
  faults: readonly string[];
  /** By slug, what it shows: amounts and days as they were understood. */
  words: Readonly<Record<string, string>>;
}

/** Types of which a row shows what was understood, rather than what was typed. */
const understoodTypes: ReadonlySet<Field['type']> = new Set(['number', 'currency', 'date', 'timestamp']);

/** What stands in a picker, in words that tell what is made with the deal. */
const wordsWithNew = ({ picked, text }: PickedEntry): string =>
  inRow([...picked.map((one) => (one.new ? t('bulk.new', { name: one.name }) : one.name)), ...(text ? [text] : [])]);

/**
 * Judges a row as the send would, in the form as it is now.
 * @param locale BCP 47. Rejects when the numbering plans of telephone numbers cannot be fetched
 */
export async function judgeRow(draft: Draft, form: DealForm, locale: string): Promise<JudgedRow> {
  const { fields, members, exchange, rules } = form;
  const {
    entries: typed,
    words: entered = {},
    pasted,
    schema_version,
    refused,
    unread = [],
  } = await draftInLocale(draft, form, locale);
  const entries = fittingEntries(entriesNow(typed, entered, form), form);
  const stage = fields.find(isStageField);
  const ruled = ruledFields(fields, rules, stage && stageIdIn(entries[stage.slug]));
  const judgement = await judgeEntries(fields, entries, { locale, members, exchange, rules });
  const lost = [...Object.values(goneWords(entered, form, entries)), ...enteredButLeftOut(form, ruled, entries)];
  const changed = schema_version === form.schema_version ? [] : changedInDraft(form, entered, entries);
  const errors = judgement.ok ? [] : judgement.errors;
  // What has changed knows how it was called.
  const wrong = [...changed, ...errors.filter(({ field }) => !changed.some((one) => one.field === field))];
  const reason = refused && refusalReason(refused);
  const faults = [
    // What is still wrong says so itself.
    ...(reason === undefined || wrong.some(({ message }) => message === reason) ? [] : [t('drafts.cameBack', { reason })]),
    ...lost.map(({ title, text }) => t('bulk.leftOut', { title, text })),
    ...unread.map(({ title, text }) => t('bulk.unread', { title, text })),
    ...wrong.map(({ message }) => message),
  ];
  const words = rowWords(form, entries, pasted);
  for (const field of fields) {
    const { slug } = field;
    const entry = entries[slug];
    // A choice that is gone is known by what it was called.
    const isGone =
      (field.statuses ?? field.options) && typeof entry === 'string' && !choicesOf(field).some(({ id }) => id === entry);
    if (isGone && Object.hasOwn(words, slug)) words[slug] = entered[slug]?.text ?? words[slug] ?? '';
    if (Object.hasOwn(words, slug) && isPicked(entry) && entry.picked.some((one) => one.new)) words[slug] = wordsWithNew(entry);
  }
  if (judgement.ok) {
    for (const field of fields.filter(({ slug, type }) => Object.hasOwn(words, slug) && understoodTypes.has(type))) {
      const understood = fieldValueWords(field, judgement.values[field.slug], { locale, members, recordNames: {} });
      if (understood !== null) words[field.slug] = understood;
    }
  }
  return { entries, values: judgement.ok && faults.length === 0 ? judgement.values : null, faults: [...new Set(faults)], words };
}

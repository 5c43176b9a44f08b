import { choicesOf } from '../../attributes/choice-entry.ts';
import { isPicked } from '../../attributes/picked-entry.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import type { FieldError } from '../../contract/problem.ts';
import { fieldErrorMessage } from '../../words/field-error-message.ts';
import type { Entries } from './draft-store.ts';
import { type EntryWords, isBlank } from './entry-words.ts';

/** What is wrong with something of a draft by now: a code, and what is said in the sentence. */
interface Changed {
  code: string;
  title?: string;
  detail: string;
}

/**
 * What a draft holds that is not what it was when the draft was written: a field or a choice is called otherwise, so that the entry may
 * be meant for another; a choice is gone; an amount is in another currency; a member is suspended. Each is told at its field.
 */
export const changedInDraft = (form: DealForm, words: Readonly<Record<string, EntryWords>>, entries: Entries): FieldError[] =>
  Object.entries(words).flatMap(([slug, was]): FieldError[] => {
    const field = form.fields.find(({ id }) => id === was.id) ?? form.fields.find((one) => one.slug === slug);
    const entry = field && entries[field.slug];
    if (!field || isBlank(field, entry)) return [];
    const changed = fieldChanged(field, was) ?? choiceChanged(field, entry, was) ?? memberChanged(field, entry, form);
    if (!changed) return [];
    const { code, title = field.title, detail } = changed;
    const message = fieldErrorMessage(code, { title, detail, currency: field.config.currency_code });
    return [{ field: field.slug, code, message }];
  });

function fieldChanged({ title, config }: Field, was: EntryWords): Changed | undefined {
  if (was.title !== title) return { code: 'renamed', title, detail: was.title };
  const isAnother = was.currency !== undefined && was.currency !== config.currency_code;
  return isAnother ? { code: 'other_currency_now', detail: was.currency ?? '' } : undefined;
}

function choiceChanged(field: Field, entry: unknown, was: EntryWords): Changed | undefined {
  if (field.type !== 'status' && field.type !== 'select') return undefined;
  const chosen = isPicked(entry) ? entry.picked : [{ id: String(entry), name: was.text }];
  for (const { id, name } of chosen) {
    const now = choicesOf(field).find((choice) => choice.id === id);
    if (!now) return { code: field.type === 'status' ? 'unknown_status' : 'unknown_option', detail: name };
    if (now.title !== name) return { code: 'renamed', title: now.title, detail: name };
  }
  return undefined;
}

function memberChanged(field: Field, entry: unknown, { members }: DealForm): Changed | undefined {
  if (field.type !== 'actor-reference' || !isPicked(entry)) return undefined;
  for (const { id, name } of entry.picked) {
    const member = members.find((one) => one.id === id);
    if (!member) return { code: 'unknown_member', detail: name };
    if (member.suspended) return { code: 'suspended_member', detail: name };
  }
  return undefined;
}

import { choicesOf } from '../../attributes/choice-entry.ts';
import type { DealForm } from '../../contract/deal-form.ts';
import type { FieldError } from '../../contract/problem.ts';
import { fieldErrorMessage } from '../../words/field-error-message.ts';
import type { Entries } from './draft-store.ts';
import { type EntryWords, entryText, isBlank } from './entry-words.ts';

/** Fields of a draft, and choices in them, that were called otherwise when it was written: it may be meant for what has that title now. */
export const renamedInDraft = (form: DealForm, words: Readonly<Record<string, EntryWords>>, entries: Entries): FieldError[] =>
  Object.entries(words).flatMap(([slug, { id, title, text }]): FieldError[] => {
    const field = form.fields.find((one) => one.id === id) ?? form.fields.find((one) => one.slug === slug);
    const entry = field && entries[field.slug];
    if (!field || isBlank(field, entry)) return [];
    const now = entryText(field, entry);
    const isChoice = typeof entry === 'string' && choicesOf(field).length > 0;
    const [was, is] = field.title !== title ? [title, field.title] : isChoice && now !== text ? [text, now] : [];
    if (was === undefined || is === undefined) return [];
    return [{ field: field.slug, code: 'renamed', message: fieldErrorMessage('renamed', { title: is, detail: was }) }];
  });

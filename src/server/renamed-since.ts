import { choicesOf } from '../attributes/choice-entry.ts';
import type { Field } from '../contract/deal-form.ts';
import type { FieldError } from '../contract/problem.ts';
import type { SeenTitle } from '../contract/submission.ts';
import { fieldErrorMessage } from '../words/field-error-message.ts';

/**
 * Fields, and choices in them, that are called otherwise than when the rep entered something: it may be meant for what has that
 * title now. What is gone is not told here, but by whoever judges the values.
 */
export function renamedSince(fields: readonly Field[], seen: readonly SeenTitle[]): FieldError[] {
  return seen.flatMap(([key, title]): FieldError[] => {
    const [slug = '', choice] = key.split('/');
    const field = fields.find((one) => one.slug === slug);
    const now = choice === undefined ? field?.title : field && choicesOf(field).find(({ id }) => id === choice)?.title;
    if (now === undefined || now === title) return [];
    return [{ field: slug, code: 'renamed', message: fieldErrorMessage('renamed', { title: now, detail: title }) }];
  });
}

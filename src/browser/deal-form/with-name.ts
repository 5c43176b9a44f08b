import type { PickedEntry } from '../../attributes/picked-entry.ts';
import type { Field } from '../../contract/deal-form.ts';
import type { FieldError } from '../../contract/problem.ts';
import { fieldErrorMessage } from '../../words/field-error-message.ts';
import type { Entries } from './draft-store.ts';

/** The name of what was chosen in a field: the one value that the error is about, where the field has several. */
function chosenName(entry: unknown, field: Field, value: string | undefined): string | undefined {
  if (typeof entry === 'string') {
    return [...(field.statuses ?? []), ...(field.options ?? [])].find(({ id }) => id === entry)?.title;
  }
  if (typeof entry !== 'object' || entry === null || !('picked' in entry)) return undefined;
  const { picked } = entry as PickedEntry;
  return (picked.find(({ id }) => id === value) ?? (picked.length === 1 ? picked[0] : undefined))?.name;
}

/** The errors with the names of what was chosen in a form that is about to go: only that one knows them. */
export const withNames = (errors: readonly FieldError[], fields: readonly Field[], entries: Entries): FieldError[] =>
  errors.map((error) => ({ ...error, message: withName(error, fields, entries) }));

/** An error's sentence with the name of what was chosen, which only the page knows; else the server's own sentence. */
export function withName(error: FieldError, fields: readonly Field[], entries: Entries): string {
  const field = fields.find(({ slug }) => slug === error.field);
  const detail = field && chosenName(entries[error.field], field, error.value);
  // What it was called is in the server's sentence, and nowhere else.
  if (!field || detail === undefined || error.code === 'renamed') return error.message;
  return fieldErrorMessage(error.code, { title: field.title, currency: field.config.currency_code, detail });
}

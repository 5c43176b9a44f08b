import type { AttributeForms } from '../attribute-forms.ts';
import { choiceSchema, choiceTitle, storedChoice } from '../chosen-id.ts';

/** A status is written by its id, so that a renamed stage cannot turn into another one. */
export const statusForms: AttributeForms<string> = {
  schema: (field) => choiceSchema(field.statuses ?? [], 'unknown_status'),
  write: (value) => ({ status: value }),
  read: (stored) => storedChoice(stored.status, 'status_id'),
  hasLocalWords: false,
  words: (value, field) => choiceTitle(field.statuses, value),
  examples: (field) => (field.statuses ?? []).map((status) => status.id),
};

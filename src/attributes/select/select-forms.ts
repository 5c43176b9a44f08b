import type { AttributeForms } from '../attribute-forms.ts';
import { choiceSchema, choiceTitle, storedChoice } from '../chosen-id.ts';

/** An option is written by its id: titles may be renamed, and Attio never creates a missing one. */
export const selectForms: AttributeForms<string> = {
  schema: (field) => choiceSchema(field.options ?? [], 'unknown_option'),
  write: (value) => ({ option: value }),
  read: (stored) => storedChoice(stored.option, 'option_id'),
  hasLocalWords: false,
  words: (value, field) => choiceTitle(field.options, value),
  examples: (field) => (field.options ?? []).map((option) => option.id),
};

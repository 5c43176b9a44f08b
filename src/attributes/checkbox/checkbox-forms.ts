import * as z from 'zod/mini';
import { t } from '../../words/t.ts';
import type { AttributeForms } from '../attribute-forms.ts';

export const checkboxForms: AttributeForms<boolean> = {
  schema: () => z.boolean({ error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') }),
  write: (value) => value,
  read: (stored) => (typeof stored.value === 'boolean' ? stored.value : null),
  hasLocalWords: true,
  words: (value) => (value ? t('yes') : t('no')),
  examples: () => [true, false],
};

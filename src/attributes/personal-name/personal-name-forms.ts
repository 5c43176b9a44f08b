import * as z from 'zod/mini';
import type { AttributeForms } from '../attribute-forms.ts';
import { isVisible, plainText } from '../text/text-forms.ts';

/** A person's name; Attio wants all three, and keeps them as they are given. */
export interface PersonalName {
  first_name: string;
  last_name: string;
  full_name: string;
}

export const personalNameForms: AttributeForms<PersonalName> = {
  schema: () =>
    z
      .strictObject(
        { first_name: plainText(), last_name: plainText(), full_name: plainText() },
        { error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') },
      )
      .check(z.refine(({ full_name }) => isVisible(full_name), { error: 'required' })),
  write: ({ first_name, last_name, full_name }) => ({ first_name, last_name, full_name }),
  read: ({ first_name, last_name, full_name }) =>
    typeof first_name === 'string' && typeof last_name === 'string' && typeof full_name === 'string'
      ? { first_name, last_name, full_name }
      : null,
  hasLocalWords: false,
  words: ({ full_name }) => full_name,
  examples: () =>
    [
      ['Ana', 'Kovač'],
      ['Madonna', ''],
      ['', 'Nakamura'],
      ['سارة', 'الحداد'],
      ['Zoë 🎉', "O'Neill, Jr."],
    ].map(([first_name = '', last_name = '']) => ({ first_name, last_name, full_name: `${first_name} ${last_name}`.trim() })),
};

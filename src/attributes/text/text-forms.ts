import * as z from 'zod/mini';
import type { AttributeForms } from '../attribute-forms.ts';

/** Attio takes up to 10 MB; nobody types that into a deal, and a request of ours is capped at 1 MiB. */
const maxTextLength = 10_000;

/**
 * Characters that no deal text needs and that do harm where it is shown: controls other than tab and line break, lone
 * surrogates, noncharacters, and the two bidi overrides. Right-to-left letters, marks and isolates are ordinary text.
 */
export const forbiddenCharacter = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202D\u202E]/u;

/** A name of joiners and zero-width spaces alone would be no name that anybody could see. */
const visibleCharacter = /[^\p{White_Space}\p{Cf}]/u;

/** Whether anything of the text can be seen. */
export const isVisible = (text: string): boolean => visibleCharacter.test(text);

/** A text, possibly an empty one, in one spelling: without the space around it, and composed. */
export const plainText = () =>
  z.string({ error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') }).check(
    z.maxLength(maxTextLength, { error: 'too_long' }),
    z.refine((text) => !forbiddenCharacter.test(text), { error: 'forbidden_character' }),
    z.trim(),
    z.normalize('NFC'),
  );

export const textForms: AttributeForms<string> = {
  schema: () => plainText().check(z.refine(isVisible, { error: 'required' })),
  write: (value) => value,
  read: (stored) => (typeof stored.value === 'string' ? stored.value : null),
  hasLocalWords: false,
  words: (value) => value,
  examples: () => [
    'Globex – annual licence',
    '<b>bold</b> & "quoted"',
    'صفقة جديدة',
    'line one\nline two',
    '🎉',
    'x'.repeat(2_000),
  ],
};

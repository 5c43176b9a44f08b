import * as z from 'zod/mini';
import type { AttributeForms } from '../attribute-forms.ts';
import { phoneReader } from './plans-at-hand.ts';

const e164 = /^\+[1-9]\d{1,14}$/;

/** A telephone number in E.164: `+` and digits. */
export const phoneNumberForms: AttributeForms<string> = {
  schema: () =>
    z.string({ error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') }).check(
      z.maxLength(100, { error: 'not_a_phone_number', abort: true }),
      z.refine((text) => phoneReader()(text, null) !== null, { error: 'not_a_phone_number', abort: true }),
      z.overwrite((text) => phoneReader()(text, null)?.e164 ?? text),
    ),
  write: (value) => ({ original_phone_number: value, country_code: phoneReader()(value, null)?.country ?? null }),
  read: ({ phone_number }) => (typeof phone_number === 'string' && e164.test(phone_number) ? phone_number : null),
  hasLocalWords: false,
  words: (value) => phoneReader()(value, null)?.words ?? value,
  examples: () => [
    '+442079460958',
    '+14155552671',
    '+14165550123',
    '+4930901820',
    '+33142685300',
    '+81312345678',
    '+919876543210',
  ],
};

import * as z from 'zod/mini';
import type { AttributeForms } from '../attribute-forms.ts';
import { emailAddress, emailAddressAsWritten } from './email-address.ts';

export const emailAddressForms: AttributeForms<string> = {
  schema: () =>
    z.string({ error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') }).check(
      z.maxLength(1_000, { error: 'not_an_email', abort: true }),
      z.refine((text) => emailAddress(text) !== null, { error: 'not_an_email', abort: true }),
      z.overwrite((text) => emailAddressAsWritten(text) ?? text),
    ),
  write: (value) => ({ email_address: value }),
  read({ email_address: address, original_email_address: original }) {
    if (typeof address !== 'string') return null;
    const written = typeof original === 'string' ? emailAddressAsWritten(original) : null;
    return written?.toLowerCase() === emailAddress(address) ? written : emailAddress(address);
  },
  hasLocalWords: false,
  words: (value) => value,
  examples: () => [
    'bo@acme.com',
    'Bo.Li@Acme.com',
    'first.last+tag@mail.acme.co.uk',
    "o'hara@xn--mnchen-3ya.de",
    '1@a-b.example.com',
  ],
};

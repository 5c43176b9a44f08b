import * as z from 'zod/mini';
import { forbiddenCharacter } from '../text/text-forms.ts';
import type { NewReference } from './new-record.ts';
import { domainIn, emailIn } from './new-record-key.ts';

const name = z.string({ error: 'new_without_name' }).check(
  z.trim(),
  z.normalize('NFC'),
  z.minLength(1, { error: 'new_without_name', abort: true }),
  z.maxLength(200, { error: 'too_long' }),
  z.refine((text) => !forbiddenCharacter.test(text), { error: 'forbidden_character' }),
);

/** A text that `read` finds something in, in the form that it finds. */
const found = (read: (text: string) => string | null, error: string) =>
  z.string({ error }).check(
    z.refine((text) => read(text) !== null, { error, abort: true }),
    z.overwrite((text) => read(text) ?? text),
  );

const company = z.strictObject(
  { object: z.literal('companies'), name, domain: found(domainIn, 'not_a_domain') },
  { error: 'wrong_type' },
);
const person = z.strictObject(
  { object: z.literal('people'), name, email_address: found(emailIn, 'not_an_email') },
  { error: 'wrong_type' },
);

/** A new record as it is judged; issue messages are codes of `FieldErrorCode`. */
export const newReferenceSchema: z.ZodMiniType<NewReference> = z.strictObject({
  new: z.discriminatedUnion('object', [company, person], { error: 'wrong_object' }),
});

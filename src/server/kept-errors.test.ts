import { expect, test } from 'vitest';
import { fieldErrorMessage } from '../words/field-error-message.ts';
import { keepErrors, sayErrors } from './kept-errors.ts';
import { speaking } from './speaking.ts';

const tooLong = () => [
  { field: 'name', code: 'too_long', message: fieldErrorMessage('too_long', { title: 'Name', most: 10_000 }), value: 'x' },
];

test.each(['en-US', 'de-CH', 'ar'])(
  'errors kept in %s are told word for word there, and anew in every other language',
  (sender) => {
    const kept = speaking(sender, () => keepErrors(tooLong));
    expect(speaking(sender, () => sayErrors(kept))).toEqual(speaking(sender, tooLong));
    for (const reader of ['en', 'de', 'ar'].filter((language) => !sender.startsWith(language)))
      expect(speaking(reader, () => sayErrors(kept))).toEqual(speaking(reader, tooLong));
  },
);

test('an error that an earlier release kept is told in the words it has', () => {
  const [error] = speaking('de', tooLong);
  expect(error && speaking('en', () => sayErrors([error]))).toEqual([error]);
});

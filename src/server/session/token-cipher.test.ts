import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTokenCipher } from './token-cipher.ts';

const cipher = createTokenCipher(randomBytes(32));

test('What is sealed opens with the same key for the same row, and never looks the same twice', () => {
  const [one, other] = [cipher.seal('token', 'row'), cipher.seal('token', 'row')];
  expect(cipher.open(one, 'row')).toBe('token');
  expect(one).not.toBe(other);
});

test('It does not open for another row, with another key, or touched', () => {
  const sealed = cipher.seal('token', 'row');
  expect(cipher.open(sealed, 'other row')).toBeNull();
  expect(createTokenCipher(randomBytes(32)).open(sealed, 'row')).toBeNull();
  const parts = sealed.split('.');
  for (const index of [0, 1, 2, 3]) {
    const touched = parts
      .map((part, place) => (place === index ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part))
      .join('.');
    expect(cipher.open(touched, 'row')).toBeNull();
  }
  for (const rubbish of ['', '.', '...', 'x.y.z']) expect(cipher.open(rubbish, 'row')).toBeNull();
});

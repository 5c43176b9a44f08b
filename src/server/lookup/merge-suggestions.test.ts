import { expect, test } from 'vitest';
import type { Suggestion } from '../../contract/lookup.ts';
import { fitsQuery, mergeSuggestions } from './merge-suggestions.ts';

const person = (id: string, more: Partial<Suggestion> = {}): Suggestion => ({
  id,
  object: 'people',
  name: 'Anaïs Østergaard-Söhne',
  details: ['anais@rivertextiles.com'],
  related: false,
  ...more,
});

test('A record that is told of twice stands once, at its first place, with whatever tells more of it', () => {
  const merged = mergeSuggestions(
    [person('1', { related: true, details: [] }), person('2')],
    [person('3'), person('1', { details: ['a', 'b'] })],
  );
  expect(merged.map(({ id }) => id)).toEqual(['1', '2', '3']);
  expect(merged[0]).toMatchObject({ related: true, details: ['a', 'b'] });
});

test('More than 25 are not offered', () => {
  expect(mergeSuggestions(Array.from({ length: 40 }, (_, index) => person(String(index))))).toHaveLength(25);
});

test.each(['', 'anais', 'ANA', 'söhne', 'sohne ana', 'rivertext', 'anais@rivertextiles.com'])('%j fits', (query) => {
  expect(fitsQuery(person('1'), query)).toBe(true);
});

test.each(['zora', 'anais zora', 'x@rivertextiles.com'])('%j does not', (query) => {
  expect(fitsQuery(person('1'), query)).toBe(false);
});

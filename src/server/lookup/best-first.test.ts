import { expect, test } from 'vitest';
import { bestFirst } from './best-first.ts';

const named = (...names: string[]) => names.map((name) => ({ id: name, object: 'people', name, details: [], related: false }));

test.each([
  ['jon meier', ['Jonas Meier', 'Jon Meiering', 'Jon Meier'], ['Jon Meier', 'Jonas Meier', 'Jon Meiering']],
  ['JOSE', ['Josefa Diaz', 'José Diaz'], ['José Diaz', 'Josefa Diaz']],
  ['globex', ['Globex Europe', 'Globex', 'Globexia'], ['Globex', 'Globex Europe', 'Globexia']],
  ['g', ['Globex', 'Gamma'], ['Globex', 'Gamma']],
])('%s finds what it is before what it begins', (query, found, expected) => {
  expect(bestFirst(named(...found), query).map(({ name }) => name)).toEqual(expected);
});

import { expect, it } from 'vitest';
import { matchesText } from './matches-text.ts';

it.each([
  ['jose', 'José', true],
  ['🎉', '🎉', true],
  ['🎉', 'Won 🎉', true],
  ['🎉', 'Lost', false],
  ['A, b', 'A, b', true],
  ['a', 'A, b', true],
  ['(new', 'New business (new)', true],
  ['b', 'Abc', false],
  ['bcd', 'Abcde', true],
  ['strasse', 'Hauptstraße 1', true],
  ['Straße', 'STRASSE', true],
  ["o'neil", 'O’Neil', true],
  ['O’Neil', "Sean O'Neil", true],
  ['deal 123', 'Deal ١٢٣', true],
  ['١٢٣', 'Deal 123', true],
  ['lodz', 'Łódź', true],
  ['', 'anything', true],
])('%j typed finds %j: %s', (typed, name, isFound) => expect(matchesText(typed, [name])).toBe(isFound));

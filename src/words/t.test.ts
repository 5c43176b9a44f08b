import { expect, test } from 'vitest';
import { fullVoice } from './all-words.ts';
import { eitherOf, inList, inRow, speakingAs, t, withoutMarks } from './t.ts';

test.each([
  ['en', 'A', 'A and B', 'A, B, and C', 'A, B, or C'],
  ['de', 'A', 'A und B', 'A, B und C', 'A, B oder C'],
  ['ar', 'A', 'A وB', 'A وB وC', 'A أو B أو C'],
])('a list is written as in %s', (locale, one, two, three, either) =>
  speakingAs(fullVoice(locale), () => {
    expect(['A', 'A B', 'A B C'].map((names) => withoutMarks(inList(names.split(' '))))).toEqual([one, two, three]);
    expect(withoutMarks(eitherOf(['A', 'B', 'C']))).toBe(either);
    expect(inList([])).toBe('');
  }),
);

test('what counts, and what is a share, is written in the numbers of the locale', () => {
  const said = (locale: string) =>
    speakingAs(fullVoice(locale), () => [t('drafts.text', { days: 30 }), t('likeness.value', { share: 0.1 })].join(' '));
  expect(said('en-US')).toBe('Kept in this browser, for you alone, for 30 days. value within 10%');
  expect(said('de-DE')).toContain('10\u00a0%');
  expect(said('ar-EG')).toMatch(/٣٠.*١٠٪/);
});

test('names of both directions keep their own in a row, whatever the language', () => {
  const inEnglish = (...names: string[]) => speakingAs(fullVoice('en'), () => inRow(names));
  expect(inEnglish('Globex', 'Initech')).toBe('Globex, Initech');
  expect(inEnglish('Globex', 'ليلى')).toBe('\u2068Globex\u2069, \u2068ليلى\u2069');
});

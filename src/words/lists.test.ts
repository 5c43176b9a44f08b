import { expect, test } from 'vitest';
import { fullVoice } from './all-words.ts';
import { eitherOf, inList, speakingAs, withoutMarks } from './t.ts';

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

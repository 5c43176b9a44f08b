import * as z from 'zod/mini';
import { t } from '../../words/t.ts';
import type { AttributeForms } from '../attribute-forms.ts';

/** The most stars that Attio gives. */
export const mostStars = 5;

const isStars = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= mostStars;

/** A number of stars as a person reads it. */
export const starsInWords = (count: number): string =>
  t('attributes.stars', { count, most: mostStars, stars: '★'.repeat(count) + '☆'.repeat(mostStars - count) });

/** Whole stars, none to five (docs.attio.com, attribute types: rating). */
export const ratingForms: AttributeForms<number> = {
  schema: () =>
    z.number({ error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') }).check(
      z.refine(isStars, { error: 'not_a_rating', params: { most: mostStars } }),
      z.overwrite((value) => (value === 0 ? 0 : value)),
    ),
  write: (value) => value,
  read: (stored) => (typeof stored.value === 'number' && isStars(stored.value) ? stored.value : null),
  hasLocalWords: true,
  words: starsInWords,
  examples: () => [0, 1, 2, 3, 4, 5],
};

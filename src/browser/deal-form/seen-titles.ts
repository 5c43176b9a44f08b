import { choicesOf } from '../../attributes/choice-entry.ts';
import { valueAt } from '../../attributes/value-at.ts';
import type { Field } from '../../contract/deal-form.ts';
import type { SeenTitle } from '../../contract/submission.ts';

/** The titles of what is sent, as they stand in this form. */
export const seenTitles = (fields: readonly Field[], values: Readonly<Record<string, unknown>>): SeenTitle[] =>
  fields
    .filter(({ slug }) => valueAt(values, slug) != null)
    .flatMap((field): SeenTitle[] => {
      const chosen = choicesOf(field).filter(({ id }) => [valueAt(values, field.slug)].flat().includes(id));
      return [[field.slug, field.title], ...chosen.map(({ id, title }): SeenTitle => [`${field.slug}/${id}`, title])];
    });

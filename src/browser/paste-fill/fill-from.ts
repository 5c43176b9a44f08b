import type { DealForm, Field } from '../../contract/deal-form.ts';
import { inList, t } from '../../words/t.ts';
import { findByName, findRecords } from '../api/look-up.ts';
import { type DealOfText, dealOfText, type ReadDeal } from './deal-of-text.ts';

/** What a pasted text says of a deal in which some fields are filled in already, with the records that it names looked up. */
export const readPasted = (
  text: string,
  { fields, members, me }: DealForm,
  locale: string,
  isFree: (field: Field) => boolean,
): Promise<DealOfText> =>
  dealOfText(text, fields, {
    isFree,
    locale,
    numbers: 'typed',
    members,
    me,
    findRecords,
    findByName: (field, name) => findByName(field, name, me),
  });

/**
 * Whether a text that was pasted, and read, is a deal. In an input it may be a name with a mark in it: `AC / DC`, `Q4 / Renewal / EMEA`.
 * @param slug of the field of that input; null where it was pasted into none
 */
export function isDeal({ filled, rest, isTelling, isTitled }: ReadDeal, text: string, slug: string | null): boolean {
  if (isTitled && filled.length + rest.length > 0) return true;
  const isParted = slug !== 'name' && (text.includes('\t') || filled.length + rest.length > 2);
  return filled.length > 1 && (slug === null || isTelling || isParted);
}

/** Says that fields of these titles have again what stood in them. */
export const putBackWords = (titles: readonly string[]): string => t('pasted.didPutBack', { titles: inList(titles) });

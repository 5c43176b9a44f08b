import type { DealForm } from '../../contract/deal-form.ts';
import { findByName, findRecords } from '../api/look-up.ts';
import { type DealOfText, dealOfText } from './deal-of-text.ts';

/** What a pasted text says of a deal, with the records that it names looked up. */
export const readPasted = (text: string, { fields, members, me }: DealForm, locale: string): Promise<DealOfText> =>
  dealOfText(text, fields, {
    locale,
    numbers: 'typed',
    members,
    me,
    findRecords,
    findByName: (field, name) => findByName(field, name, me),
  });

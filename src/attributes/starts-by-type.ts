import type { AttributeType } from '../contract/deal-form.ts';
import type { EntryStart } from './attribute-entry.ts';
import { checkboxEntry } from './checkbox/checkbox-entry.ts';
import { choiceEntry } from './choice-entry.ts';
import { currencyStart } from './currency/currency-start.ts';
import { datedTextStart } from './date/dated-text.ts';
import { listTextStart } from './list-text-start.ts';
import { locationStart } from './location/location-start.ts';
import { numberStart } from './number/number-start.ts';
import { personalNameEntry } from './personal-name/personal-name-entry.ts';
import { pickedStart } from './picked-entry.ts';
import { ratingEntry } from './rating/rating-entry.ts';
import { typedTextEntry } from './typed-text-entry.ts';

/** How the entry of every type starts, without what reads it: the first paint needs no more. */
export const startsByType: Record<AttributeType, EntryStart> = {
  text: typedTextEntry,
  number: numberStart,
  currency: currencyStart,
  status: choiceEntry,
  'actor-reference': pickedStart,
  'record-reference': pickedStart,
  select: choiceEntry,
  date: datedTextStart,
  checkbox: checkboxEntry,
  timestamp: datedTextStart,
  rating: ratingEntry,
  location: locationStart,
  domain: listTextStart,
  'email-address': listTextStart,
  'phone-number': listTextStart,
  'personal-name': personalNameEntry,
};

import type { AttributeType } from '../contract/deal-form.ts';
import { actorReferenceEntry } from './actor-reference/actor-reference-entry.ts';
import type { AttributeEntry } from './attribute-entry.ts';
import { checkboxEntry } from './checkbox/checkbox-entry.ts';
import { choiceEntry } from './choice-entry.ts';
import { currencyEntry } from './currency/currency-entry.ts';
import { dateEntry } from './date/date-entry.ts';
import { domainEntry } from './domain/domain-entry.ts';
import { emailAddressEntry } from './email-address/email-address-entry.ts';
import { locationEntry } from './location/location-entry.ts';
import { numberEntry } from './number/number-entry.ts';
import { personalNameEntry } from './personal-name/personal-name-entry.ts';
import { phoneNumberEntry } from './phone-number/phone-number-entry.ts';
import { ratingEntry } from './rating/rating-entry.ts';
import { recordReferenceEntry } from './record-reference/record-reference-entry.ts';
import { timestampEntry } from './timestamp/timestamp-entry.ts';
import { typedTextEntry } from './typed-text-entry.ts';

/** How what is typed becomes a value, for every type; it comes with the first key, and `starts-by-type.ts` at once. */
export const entriesByType: Record<AttributeType, AttributeEntry> = {
  text: typedTextEntry,
  number: numberEntry,
  currency: currencyEntry,
  status: choiceEntry,
  'actor-reference': actorReferenceEntry,
  'record-reference': recordReferenceEntry,
  select: choiceEntry,
  date: dateEntry,
  checkbox: checkboxEntry,
  timestamp: timestampEntry,
  rating: ratingEntry,
  location: locationEntry,
  domain: domainEntry,
  'email-address': emailAddressEntry,
  'phone-number': phoneNumberEntry,
  'personal-name': personalNameEntry,
};

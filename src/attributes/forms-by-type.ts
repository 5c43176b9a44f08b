import type { AttributeType } from '../contract/deal-form.ts';
import { actorReferenceForms } from './actor-reference/actor-reference-forms.ts';
import type { AttributeForms } from './attribute-forms.ts';
import { checkboxForms } from './checkbox/checkbox-forms.ts';
import { currencyForms } from './currency/currency-forms.ts';
import { dateForms } from './date/date-forms.ts';
import { domainForms } from './domain/domain-forms.ts';
import { emailAddressForms } from './email-address/email-address-forms.ts';
import { locationForms } from './location/location-forms.ts';
import { numberForms } from './number/number-forms.ts';
import { personalNameForms } from './personal-name/personal-name-forms.ts';
import { phoneNumberForms } from './phone-number/phone-number-forms.ts';
import { ratingForms } from './rating/rating-forms.ts';
import { recordReferenceForms } from './record-reference/record-reference-forms.ts';
import { selectForms } from './select/select-forms.ts';
import { statusForms } from './status/status-forms.ts';
import { textForms } from './text/text-forms.ts';
import { timestampForms } from './timestamp/timestamp-forms.ts';

/** Schema, write form, read form and words of every type: a type without them does not compile. */
export const formsByType: Record<AttributeType, AttributeForms> = {
  text: textForms,
  number: numberForms,
  currency: currencyForms,
  status: statusForms,
  'actor-reference': actorReferenceForms,
  'record-reference': recordReferenceForms,
  select: selectForms,
  date: dateForms,
  checkbox: checkboxForms,
  timestamp: timestampForms,
  rating: ratingForms,
  location: locationForms,
  domain: domainForms,
  'email-address': emailAddressForms,
  'phone-number': phoneNumberForms,
  'personal-name': personalNameForms,
};

import type { AttributeType } from '../workspace/attribute.ts';
import { actorReference } from './actor-reference.ts';
import { checkbox } from './checkbox.ts';
import { currency } from './currency.ts';
import { date } from './date.ts';
import { domain } from './domain.ts';
import { emailAddress } from './email-address.ts';
import { interaction } from './interaction.ts';
import { location } from './location.ts';
import { number } from './number.ts';
import { personalName } from './personal-name.ts';
import { phoneNumber } from './phone-number.ts';
import { rating } from './rating.ts';
import { recordReference } from './record-reference.ts';
import { select } from './select.ts';
import { status } from './status.ts';
import { text } from './text.ts';
import { timestamp } from './timestamp.ts';
import type { ValueType } from './value-type.ts';

/** Every attribute type's knowledge; a type without its line here does not compile. */
export const valueTypes: Readonly<Record<AttributeType, ValueType>> = {
  text,
  number,
  checkbox,
  currency,
  date,
  timestamp,
  rating,
  status,
  select,
  'record-reference': recordReference,
  'actor-reference': actorReference,
  location,
  domain,
  'email-address': emailAddress,
  'phone-number': phoneNumber,
  interaction,
  'personal-name': personalName,
};

import type { AttributeType } from '../workspace/attribute.ts';
import { domain } from './domain.ts';
import { emailAddress } from './email-address.ts';
import { number } from './number.ts';
import { phoneNumber } from './phone-number.ts';
import { text } from './text.ts';
import type { ValueType } from './value-type.ts';

/** The types a referenced record may be found by (docs.attio.com/rest-api/guides/linking-referenced-records). */
export const matchingTypes: Partial<Record<AttributeType, ValueType>> = {
  domain,
  'email-address': emailAddress,
  number,
  'phone-number': phoneNumber,
  text,
};

import type { AttributeInput } from './attribute-input.tsx';
import { DomainInput } from './domain/DomainInput.tsx';
import { EmailAddressInput } from './email-address/EmailAddressInput.tsx';
import type { RareType } from './inputs-by-type.tsx';
import { LocationInput } from './location/LocationInput.tsx';
import { PersonalNameInput } from './personal-name/PersonalNameInput.tsx';
import { PhoneNumberInput } from './phone-number/PhoneNumberInput.tsx';
import { RatingInput } from './rating/RatingInput.tsx';
import { TimestampInput } from './timestamp/TimestampInput.tsx';

/** What draws the types that few workspaces have in their deals. */
export const rareInputs: Record<RareType, AttributeInput['Input']> = {
  timestamp: TimestampInput,
  rating: RatingInput,
  location: LocationInput,
  domain: DomainInput,
  'email-address': EmailAddressInput,
  'phone-number': PhoneNumberInput,
  'personal-name': PersonalNameInput,
};

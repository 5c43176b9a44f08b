import type { AttributeType } from '../contract/deal-form.ts';
import { ActorReferenceInput } from './actor-reference/ActorReferenceInput.tsx';
import type { AttributeInput } from './attribute-input.tsx';
import { ChoiceInput } from './ChoiceInput.tsx';
import { CheckboxInput } from './checkbox/CheckboxInput.tsx';
import { CurrencyInput } from './currency/CurrencyInput.tsx';
import { DateInput } from './date/DateInput.tsx';
import { NumberInput } from './number/NumberInput.tsx';
import { RecordReferenceInput } from './record-reference/RecordReferenceInput.tsx';
import { TextInput } from './text/TextInput.tsx';

type Input = AttributeInput['Input'];

/** Types that few workspaces have in their deals: what draws them is a chunk of its own. */
const rareInputs = {
  timestamp: () => import('./timestamp/TimestampInput.tsx').then(({ TimestampInput }): Input => TimestampInput),
  rating: () => import('./rating/RatingInput.tsx').then(({ RatingInput }): Input => RatingInput),
  location: () => import('./location/LocationInput.tsx').then(({ LocationInput }): Input => LocationInput),
  domain: () => import('./domain/DomainInput.tsx').then(({ DomainInput }): Input => DomainInput),
  'email-address': () =>
    import('./email-address/EmailAddressInput.tsx').then(({ EmailAddressInput }): Input => EmailAddressInput),
  'phone-number': () => import('./phone-number/PhoneNumberInput.tsx').then(({ PhoneNumberInput }): Input => PhoneNumberInput),
  'personal-name': () =>
    import('./personal-name/PersonalNameInput.tsx').then(({ PersonalNameInput }): Input => PersonalNameInput),
};
type RareType = keyof typeof rareInputs;

const commonInputs: Record<Exclude<AttributeType, RareType>, Input> = {
  text: TextInput,
  number: NumberInput,
  currency: CurrencyInput,
  status: ChoiceInput,
  'actor-reference': ActorReferenceInput,
  'record-reference': RecordReferenceInput,
  select: ChoiceInput,
  date: DateInput,
  checkbox: CheckboxInput,
};

const isRare = (type: AttributeType): type is RareType => Object.hasOwn(rareInputs, type);

const loaded = new Map<AttributeType, Input>();

/**
 * Fetches what draws these types, unless it is here. It has to be before they are drawn: by the server, which needs them at once,
 * and by the browser, which takes over what the server drew, and must not draw anything else in its place.
 * @param inPlace what is drawn of a type whose input could not be fetched
 */
export async function loadInputs(types: readonly AttributeType[], inPlace?: Input): Promise<void> {
  const missing = [...new Set(types)].filter(isRare).filter((type) => !loaded.has(type));
  await Promise.all(
    missing.map(async (type) => {
      const fetched = rareInputs[type]();
      loaded.set(type, await (inPlace ? fetched.catch(() => inPlace) : fetched));
    }),
  );
}

/** What draws an attribute type: a type without an input does not compile. @throws Error when it was not loaded */
export function inputOf(type: AttributeType): Input {
  const input = isRare(type) ? loaded.get(type) : commonInputs[type];
  if (!input) throw new Error(`What draws ${type} was not loaded`);
  return input;
}

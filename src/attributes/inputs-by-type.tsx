import type { AttributeType } from '../contract/deal-form.ts';
import { ActorReferenceInput } from './actor-reference/ActorReferenceInput.tsx';
import type { AttributeInput } from './attribute-input.tsx';
import { CheckboxInput } from './checkbox/CheckboxInput.tsx';
import { CurrencyInput } from './currency/CurrencyInput.tsx';
import { DateInput } from './date/DateInput.tsx';
import { NumberInput } from './number/NumberInput.tsx';
import { RecordReferenceInput } from './record-reference/RecordReferenceInput.tsx';
import { SelectInput } from './select/SelectInput.tsx';
import { StatusInput } from './status/StatusInput.tsx';
import { TextInput } from './text/TextInput.tsx';

/** What draws each attribute type: a type without an input does not compile. */
export const inputsByType: Record<AttributeType, AttributeInput['Input']> = {
  text: TextInput,
  number: NumberInput,
  currency: CurrencyInput,
  status: StatusInput,
  'actor-reference': ActorReferenceInput,
  'record-reference': RecordReferenceInput,
  select: SelectInput,
  date: DateInput,
  checkbox: CheckboxInput,
};

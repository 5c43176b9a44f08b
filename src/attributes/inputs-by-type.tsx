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

const commonInputs = {
  text: TextInput,
  number: NumberInput,
  currency: CurrencyInput,
  status: ChoiceInput,
  'actor-reference': ActorReferenceInput,
  'record-reference': RecordReferenceInput,
  select: ChoiceInput,
  date: DateInput,
  checkbox: CheckboxInput,
} satisfies Partial<Record<AttributeType, Input>>;

/** Types that few workspaces have in their deals: what draws them is a chunk of its own. */
export type RareType = Exclude<AttributeType, keyof typeof commonInputs>;

let inputs: Partial<Record<AttributeType, Input>> = commonInputs;

/**
 * Fetches what draws these types, unless it is here. It has to be before they are drawn: by the server, which draws at once,
 * and by the browser, which takes over what the server drew, and must not draw anything else in its place.
 * Rejects when it cannot be fetched.
 */
export async function loadInputs(types: readonly AttributeType[]): Promise<void> {
  if (types.every((type) => inputs[type])) return;
  const { rareInputs } = await import('./rare-inputs.tsx');
  inputs = { ...commonInputs, ...rareInputs };
}

/** What draws an attribute type; null when it is rare and could not be fetched. A type without an input does not compile. */
export const inputOf = (type: AttributeType): Input | null => inputs[type] ?? null;

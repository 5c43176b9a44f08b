import type { AttributeType } from '../contract/deal-form.ts';
import { actorReferenceEntry } from './actor-reference/actor-reference-entry.ts';
import type { AttributeEntry } from './attribute-entry.ts';
import { checkboxEntry } from './checkbox/checkbox-entry.ts';
import { currencyEntry } from './currency/currency-entry.ts';
import { numberEntry } from './number/number-entry.ts';
import { recordReferenceEntry } from './record-reference/record-reference-entry.ts';
import { selectEntry } from './select/select-entry.ts';
import { typedTextEntry } from './typed-text-entry.ts';

/** How what is typed becomes a value, for every type. */
export const entriesByType: Record<AttributeType, AttributeEntry> = {
  text: typedTextEntry,
  number: numberEntry,
  currency: currencyEntry,
  status: typedTextEntry,
  'actor-reference': actorReferenceEntry,
  'record-reference': recordReferenceEntry,
  select: selectEntry,
  date: typedTextEntry,
  checkbox: checkboxEntry,
};

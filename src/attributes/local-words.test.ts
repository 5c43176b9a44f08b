import { expect, it } from 'vitest';
import { attributeTypes, type Field } from '../contract/deal-form.ts';
import { fullVoice } from '../words/all-words.ts';
import { speakingAs } from '../words/t.ts';
import { fieldValueWords } from './field-values.ts';
import { formsByType } from './forms-by-type.ts';
import { loadPlans } from './phone-number/plans-at-hand.ts';

await loadPlans();

const choices = [{ id: 'c1', title: 'Lead' }];
const members = [{ id: 'm1', name: 'Ana', email_address: 'ana@northwind.com', suspended: false }];
const recordNames = { r1: 'Globex' };

it.each(attributeTypes)('says rightly whether the words of a %s are those of the language', (type) => {
  const field: Field = {
    ...{ id: type, slug: type, title: type, description: null, type, required: false, multi: false, unique: false },
    ...{ standard: false, config: { currency_code: 'EUR', target_objects: null }, default: null },
    ...{ statuses: choices, options: choices },
  };
  const { hasLocalWords, examples } = formsByType[type];
  const values = examples(field, { members, recordIds: ['r1'] });
  expect(values).not.toEqual([]);
  /** All examples in the words of a locale, with what is known of the workspace and without. */
  const said = (locale: string) =>
    speakingAs(fullVoice(locale), () => ({
      knowing: values.map((value) => fieldValueWords(field, value, { locale, members, recordNames })),
      alone: values.map((value) => fieldValueWords({ type }, value, { locale, members: [], recordNames: {} })),
    }));
  const [english, german, arabic] = [said('en-US'), said('de-DE'), said('ar')];
  if (hasLocalWords) {
    expect(german.knowing).not.toEqual(english.knowing);
    expect(arabic.knowing).not.toEqual(german.knowing);
    for (const { knowing, alone } of [english, german, arabic]) expect(alone).toEqual(knowing);
  } else {
    expect([german.knowing, arabic.knowing]).toEqual([english.knowing, english.knowing]);
  }
});

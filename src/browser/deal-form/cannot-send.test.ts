import { expect, it } from 'vitest';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import { exampleField } from '../../contract/testing/example-field.ts';
import { cannotSendWords } from './cannot-send.ts';

const none = { currency_code: null, target_objects: [] };
const formOf = (fields: Field[], unsupported: DealForm['unsupported'] = []): DealForm => ({
  ...{ fields, unsupported, unmakeable: [], members: [], me: 'ana', rules: [], exchange: null },
  schema_version: '1',
});

it('says which required fields nothing can be chosen for', () => {
  const fields = [
    exampleField('Tier', 'select', { required: true, options: [] }),
    exampleField('Phase', 'status', { required: true, statuses: [] }),
    exampleField('Partner', 'record-reference', { required: true, config: none }),
    exampleField('Region', 'select', { options: [] }),
  ];
  const words = cannotSendWords(formOf(fields)) ?? '';
  expect(words).toContain('Tier, Phase, and Partner');
  expect(words).not.toContain('Region');
});

it('names a required field of a type that cannot be entered', () => {
  const unsupported = [{ slug: 'x', title: 'Signature', type: 'signature', required: true }];
  expect(cannotSendWords(formOf([], unsupported))).toContain('Signature');
});

it('says nothing where a deal can be made', () => {
  const fields = [
    exampleField('Region', 'select', { options: [] }),
    exampleField('Anything', 'record-reference', { required: true }),
    exampleField('Tier', 'select', { required: true, options: [{ id: 'o', title: 'Gold' }] }),
  ];
  expect(cannotSendWords(formOf(fields))).toBeNull();
});

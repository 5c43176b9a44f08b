import { expect, it } from 'vitest';
import { exampleField } from '../../contract/testing/example-field.ts';
import { prefillFrom } from './prefill-from.ts';

const fields = [
  exampleField('seats', 'number', { multi: true }),
  exampleField('due', 'date', { multi: true }),
  exampleField('sites', 'domain', { multi: true }),
];
const form = {
  ...{ fields, unsupported: [], unmakeable: [], members: [], me: 'ana', rules: [], exchange: null },
  schema_version: '1',
};
const context = { locale: 'en-US', members: [], me: 'ana', findRecords: async () => new Map() };

it('parts a key that stands there twice as the field parts its values', async () => {
  const { entries } = await prefillFrom('?seats=1&seats=2.5&due=fri&due=30/11&sites=acme.com&sites=acme.dev', form, context);
  expect(entries).toMatchObject({ seats: '1; 2.5', due: { text: 'fri; 30/11' }, sites: 'acme.com, acme.dev' });
});

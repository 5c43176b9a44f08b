import { expect, it } from 'vitest';
import { exampleField } from '../../contract/testing/example-field.ts';
import { prefillFrom } from './prefill-from.ts';
import { prefillLink } from './prefill-link.ts';

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

it('finds companies and people in one field, each by its own', async () => {
  const config = { currency_code: null, target_objects: ['companies', 'people'] };
  const parties = exampleField('parties', 'record-reference', { multi: true, config });
  const found = {
    'globex.com': { id: 'g', name: 'Globex', object: 'companies', details: ['globex.com'], related: false },
    'bo@globex.com': { id: 'b', name: 'Bo Li', object: 'people', details: ['bo@globex.com'], related: false },
  };
  const findRecords = async (_: unknown, uniques: readonly string[]) =>
    new Map(Object.entries(found).filter(([unique]) => uniques.includes(unique)));
  const { entries } = await prefillFrom(
    '?parties=globex.com,bo@globex.com',
    { ...form, fields: [parties] },
    { ...context, findRecords },
  );
  expect(entries['parties']).toMatchObject({ picked: [{ id: 'g' }, { id: 'b' }], text: '' });
  const { query } = prefillLink({ ...form, fields: [parties] }, entries, { locale: 'en-US', members: [] });
  expect(decodeURIComponent(query)).toBe('parties=globex.com,bo@globex.com');
});

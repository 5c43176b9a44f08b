import { expect, it } from 'vitest';
import { exampleField } from '../../contract/testing/example-field.ts';
import { judgeEntries } from '../deal-form/judge-entries.ts';
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
const nobody = { findRecords: async () => new Map(), findByName: async () => null };
const context = { locale: 'en-US', members: [], me: 'ana', ...nobody };

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

it('leaves a field as it is whose key has no text, and names keys that are no field’s, also by another case', async () => {
  const query = '?seats=&due=%20&sites=&sites=acme.com&office.line_1=&Seats=4&=7&nope=%E0%A4%A';
  const office = exampleField('office', 'location');
  const found = await prefillFrom(query, { ...form, fields: [...fields, office] }, context);
  expect(found.entries).toMatchObject({ seats: '', due: { text: '' }, sites: 'acme.com', office: { parts: { line_1: '' } } });
  expect(found).toMatchObject({ filled: ['sites'], unclear: [], unknown: ['Seats', '=7', 'nope'] });
});

it('keeps what a field cannot read in it, and does not call it filled in', async () => {
  const value = exampleField('value', 'currency', { title: 'Value', config: { currency_code: 'USD', target_objects: null } });
  const company = exampleField('associated_company', 'record-reference', {
    ...{ title: 'Company', multi: true, config: { currency_code: null, target_objects: ['companies'] } },
  });
  const phone = exampleField('phone', 'phone-number', { title: 'Phone' });
  const all = { ...form, fields: [...fields, value, company, phone] };
  const acme = { id: 'a', name: 'Acme', object: 'companies', details: ['acme.com'], related: false };
  const found = await prefillFrom('?seats=1&seats=abc&due=foo&value=abc&company=acme.com,nosuch.com&phone=7', all, {
    ...context,
    findRecords: async () => new Map([['acme.com', acme]]),
  });
  expect(found.entries).toMatchObject({
    ...{ seats: '1; abc', due: { text: 'foo' }, value: 'abc', phone: '7' },
    associated_company: { picked: [{ id: 'a' }], text: 'nosuch.com' },
  });
  expect(found.filled).toEqual(['Company']);
  expect(found.unclear).toEqual([
    { title: 'seats', text: '1; abc' },
    { title: 'due', text: 'foo' },
    { title: 'Value', text: 'abc' },
    { title: 'Phone', text: '7' },
  ]);
  expect(found.unpicked).toEqual([{ title: 'Company', text: 'nosuch.com' }]);
});

it('says of what can be read and not be sent that it is not taken, with what the send would say', async () => {
  const value = exampleField('value', 'currency', { title: 'Value', config: { currency_code: 'USD', target_objects: null } });
  const name = exampleField('name', 'text', { title: 'Name' });
  const all = { ...form, fields: [value, name, exampleField('note', 'text', { title: 'Note' })] };
  const found = await prefillFrom('?value=48000.12345&name=Acme%E2%80%AEgpj&note=fine', all, context);
  expect(found.entries).toMatchObject({ value: '48000.12345', name: 'Acme\u202egpj', note: 'fine' });
  expect(found.filled).toEqual(['Note']);
  expect(found.unclear).toEqual([
    { title: 'Value', text: '48000.12345' },
    { title: 'Name', text: 'Acme\u202egpj' },
  ]);
  const sent = await judgeEntries(all.fields, found.entries, { locale: 'en-US', members: [], rules: [] });
  expect(sent).toEqual({ ok: false, errors: found.errors });
});

it('takes both names of one field', async () => {
  const people = exampleField('associated_people', 'record-reference', {
    ...{ title: 'People', multi: true, config: { currency_code: null, target_objects: ['people'] } },
  });
  const { entries, unpicked } = await prefillFrom('?people=a@x.com&person=b@x.com', { ...form, fields: [people] }, context);
  expect(entries['associated_people']).toMatchObject({ picked: [], text: 'a@x.com, b@x.com' });
  expect(unpicked).toEqual([{ title: 'People', text: 'a@x.com, b@x.com' }]);
});

it('chooses the only company of a name, and keeps a name of several to be picked', async () => {
  const company = exampleField('associated_company', 'record-reference', {
    ...{ title: 'Company', config: { currency_code: null, target_objects: ['companies'] } },
  });
  const initech = { id: 'i', name: 'Initech', object: 'companies', details: [], related: false };
  const known = { ...context, findByName: async (_: unknown, name: string) => (name === 'Initech' ? initech : null) };
  const one = await prefillFrom('?company=Initech', { ...form, fields: [company] }, known);
  expect(one).toMatchObject({ entries: { associated_company: { picked: [{ id: 'i' }], text: '' } }, filled: ['Company'] });
  const several = await prefillFrom('?company=Globex', { ...form, fields: [company] }, known);
  expect(several).toMatchObject({ filled: [], unpicked: [{ title: 'Company', text: 'Globex' }] });
});

it('puts a space in the place of a line break in a name', async () => {
  const name = exampleField('name', 'text', { title: 'Name' });
  const { entries } = await prefillFrom('?name=line1%0Aline2', { ...form, fields: [name] }, context);
  expect(entries).toMatchObject({ name: 'line1 line2' });
});

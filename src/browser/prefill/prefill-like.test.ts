import { expect, it } from 'vitest';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import { exampleField } from '../../contract/testing/example-field.ts';
import { entriesLike } from './prefill-like.ts';

const choices = (...ids: string[]) => ids.map((id) => ({ id, title: id.toUpperCase() }));
const member = (id: string, suspended = false) => ({ id, name: id, email_address: `${id}@x.com`, suspended });
const formOf = (...fields: Field[]): DealForm => ({
  ...{ fields, unsupported: [], unmakeable: [], members: [member('ana'), member('bo', true)], me: 'ana' },
  ...{ rules: [], exchange: null, schema_version: '1' },
});
/** What the form holds after a deal with these values. */
const like = (values: Record<string, unknown>, form: DealForm, names: Record<string, string> = {}) => {
  const words = Object.fromEntries(Object.keys(values).map((slug) => [slug, { title: `Title of ${slug}`, text: 'as sent' }]));
  const { entries, like: told } = entriesLike({ values, record_names: names, words }, form);
  return { entries, leftOut: told.leftOut.map(({ title, why }) => [title, why]) };
};

it('turns values into entries as each type does, with names on the chips', () => {
  const form = formOf(
    exampleField('name', 'text'),
    exampleField('stage', 'status', { statuses: choices('lead', 'won') }),
    exampleField('products', 'select', { multi: true, options: choices('a', 'b') }),
    exampleField('owner', 'actor-reference'),
    exampleField('people', 'record-reference', { multi: true }),
    exampleField('value', 'currency'),
    exampleField('close_date', 'date'),
    exampleField('signed', 'checkbox'),
    exampleField('note', 'text'),
  );
  const people = [
    { id: 'p1', object: 'people' },
    { id: 'p2', object: 'people' },
  ];
  const sent = { name: 'One', stage: 'won', products: ['a', 'b'], owner: 'ana', people, close_date: '2026-11-30', signed: false };
  const value = { amount: '4200.5', currency: 'USD' };
  expect(like({ ...sent, value }, form, { p1: 'Bo Li', p2: 'Mia' })).toEqual({
    entries: {
      ...{ name: 'One', stage: 'won', value: '4200.5', signed: false, note: '' },
      products: {
        picked: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
        ],
        text: '',
      },
      owner: { picked: [{ id: 'ana', name: 'ana', details: ['ana@x.com'] }], text: '' },
      people: {
        picked: [
          { id: 'p1', name: 'Bo Li', object: 'people' },
          { id: 'p2', name: 'Mia', object: 'people' },
        ],
        text: '',
      },
      close_date: { text: '2026-11-30', typed_at: '' },
    },
    leftOut: [],
  });
});

it('leaves out what is there no more, and says of each how much', () => {
  const form = formOf(
    exampleField('stage', 'status', { statuses: choices('lead') }),
    exampleField('products', 'select', { multi: true, options: choices('a') }),
    exampleField('owner', 'actor-reference'),
    exampleField('people', 'record-reference', { multi: true }),
    exampleField('amount', 'number'),
  );
  const people = [
    { id: 'p1', object: 'people' },
    { id: 'gone', object: 'people' },
  ];
  const sent = { stage: 'won', products: ['a', 'x'], owner: 'bo', people, amount: 'a text once', archived: 'x', cleared: null };
  const { entries, leftOut } = like(sent, form, { p1: 'Bo Li' });
  expect(leftOut).toEqual([
    ['stage', 'gone'],
    ['products', 'partly_gone'],
    ['owner', 'gone'],
    ['people', 'partly_gone'],
    ['amount', 'gone'],
    ['Title of archived', 'gone'],
  ]);
  expect(entries).toMatchObject({ stage: '', amount: '', owner: { picked: [] }, people: { picked: [{ id: 'p1' }] } });
  expect(Object.hasOwn(entries, 'archived')).toBe(false);
});

it('leaves what no two deals may share, and what was emptied, empty; a field that is newer than the deal starts as it does', () => {
  const form = formOf(
    exampleField('key', 'text', { unique: true }),
    exampleField('source', 'text', { default: 'web' }),
    exampleField('region', 'text', { default: 'EU' }),
  );
  expect(like({ key: 'K-1', source: null }, form)).toEqual({
    entries: { key: '', source: '', region: 'EU' },
    leftOut: [['key', 'unique']],
  });
});

import { expect, test } from 'vitest';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import { exampleField } from '../../contract/testing/example-field.ts';
import { carriedEntries, entriesNow } from './carried-entries.ts';

const formOf = (fields: readonly Field[]) => ({ fields }) as DealForm;
const text = (id: string, slug: string) => exampleField(slug, 'text', { id });
const old = formOf([text('1', 'partner'), text('2', 'channel'), text('3', 'note')]);
const entries = { partner: 'Umbrella', channel: 'Fair', note: 'x' };

/** As a draft keeps them: with the ids of what they were entered into. */
const words = Object.fromEntries(old.fields.map(({ id, slug, title }) => [slug, { id, title, text: '' }]));

test.each<[string, Field[], Record<string, string>]>([
  ['another slug', [text('1', 'partner_name'), text('2', 'channel')], { partner_name: 'Umbrella', channel: 'Fair' }],
  ['slugs that changed places', [text('1', 'channel'), text('2', 'partner')], { channel: 'Umbrella', partner: 'Fair' }],
  ['an attribute made anew with the slug of one that is gone', [text('9', 'note')], { note: 'x' }],
  ['the slug of one that is gone', [text('1', 'note')], { note: 'Umbrella' }],
])('Entries follow their attributes: %s', (_, fields, expected) => {
  expect(carriedEntries(entries, old, formOf(fields))).toEqual(expected);
  expect(entriesNow(entries, words, formOf(fields))).toMatchObject(expected);
});

test('An entry is left out where its attribute is gone, or is of another type by now', () => {
  expect(carriedEntries(entries, old, formOf([exampleField('note', 'number', { id: '3' })]))).toEqual({});
});

import { expect, it } from 'vitest';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import { exampleField } from '../../contract/testing/example-field.ts';
import type { Entries } from './draft-store.ts';
import { draftInLocale } from './meant-elsewhere.ts';

const formOf = (fields: Field[]): DealForm => ({
  ...{ fields, unsupported: [], unmakeable: [], members: [], me: 'ana', rules: [], schema_version: '1' },
  exchange: {
    rates: [{ from: 'EUR', to: 'USD', rate: '1.1', date: '2026-01-01', source: 'ECB' }],
    original_attribute: null,
  },
});
const dated = (text: string) => ({ text, typed_at: '2026-11-29T10:00' });
const usd = { config: { currency_code: 'USD', target_objects: null } };
const form = formOf([
  exampleField('close', 'date', { id: 'c' }),
  exampleField('value', 'currency', usd),
  exampleField('parts', 'currency', { ...usd, multi: true }),
  exampleField('seats', 'number'),
  exampleField('call', 'phone-number'),
  exampleField('name', 'text'),
]);

/** The entries of a draft as a page of another language has them. */
async function opened(entries: Entries, before: string | undefined, now: string): Promise<Entries> {
  const draft = { id: 'd', entries, saved_at: '2026-11-29T10:00:00Z', sent: null, ...(before && { locale: before }) };
  const found = await draftInLocale(draft, form, now);
  expect(found).toMatchObject({ id: 'd', locale: now });
  return found.entries;
}

it.each([
  ['close', dated('03/04/2027'), 'en-US', 'de', { text: '2027-03-04', typed_at: '' }],
  ['close', dated('30 dez'), 'de', 'en-US', { text: '2026-12-30', typed_at: '' }],
  ['value', '1,234', 'en-US', 'de', '1234'],
  ['value', '1.234', 'de', 'en-US', '1234'],
  ['value', '€1,234', 'en-US', 'de', 'EUR 1234'],
  ['parts', '1,234; EUR 2,500', 'en-US', 'de', '1234; EUR 2500'],
  ['seats', '12.345', 'de', 'en-US', '12345'],
  ['call', '020 7946 0958', 'en-GB', 'de', '+442079460958'],
])('%s: what was typed goes on meaning what it meant', async (slug, entry, before, now, meant) => {
  expect(await opened({ [slug]: entry }, before, now)).toEqual({ [slug]: meant });
});

it('leaves as typed what means the same, what meant nothing, and what is no matter of language', async () => {
  const entries = { close: dated('2027-04-03'), value: '48k', seats: 'a few', name: '1,234', parts: '', gone: '1,234' };
  expect(await opened(entries, 'en-US', 'de')).toEqual(entries);
  const same = { close: dated('03/04/2027'), value: '1,234' };
  expect(await opened(same, 'de', 'de')).toEqual(same);
  // Drafts of earlier releases do not say how they were typed.
  expect(await opened(same, undefined, 'de')).toEqual(same);
});

it('knows a field whose slug has changed since, and leaves what another type has left', async () => {
  const words = { closes: { id: 'c', title: 'Close', text: '' } };
  const draft = { id: 'd', entries: { closes: dated('03/04/2027'), value: dated('03/04/2027') }, words, locale: 'en-US' };
  const found = await draftInLocale({ ...draft, saved_at: '', sent: null }, form, 'de');
  expect(found.entries).toEqual({ closes: { text: '2027-03-04', typed_at: '' }, value: draft.entries.value });
});

it('goes on knowing what a paste filled in', async () => {
  const entries = { value: '1,234', close: dated('03/04/2027') };
  const marks = { value: { entry: '1,234', before: '5,678' }, close: { entry: dated('03/04/2027'), before: dated('') } };
  const pasted = { marks, kept: [], rest: ['green'], more: [] };
  const draft = { id: 'd', entries, pasted, locale: 'en-US', saved_at: '', sent: null };
  const found = await draftInLocale(draft, form, 'de');
  expect(found.pasted).toEqual({
    ...pasted,
    marks: {
      value: { entry: found.entries.value, before: '5678' },
      close: { entry: found.entries.close, before: dated('') },
    },
  });
});

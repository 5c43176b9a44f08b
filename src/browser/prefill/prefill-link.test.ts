import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { entriesByType } from '../../attributes/entries-by-type.ts';
import { formsByType } from '../../attributes/forms-by-type.ts';
import { pastedLocales } from '../../attributes/pasted-locales.ts';
import { loadPlans } from '../../attributes/phone-number/plans-at-hand.ts';
import { startsByType } from '../../attributes/starts-by-type.ts';
import { type AttributeType, attributeTypes, type DealForm, type Field, type Member } from '../../contract/deal-form.ts';
import type { Suggestion } from '../../contract/lookup.ts';
import { exampleField } from '../../contract/testing/example-field.ts';
import type { Entries } from '../deal-form/draft-store.ts';
import { prefillFrom } from './prefill-from.ts';
import { prefillLink } from './prefill-link.ts';

beforeAll(() => loadPlans());

const member = (id: string, name: string, email_address: string): Member => ({ id, name, email_address, suspended: false });
const members = [member('m1', 'Ana Kovač', 'ana@northwind.com'), member('m2', 'Li, Bo & Co', 'bo+li@northwind.com')];
const titles = ['Lead', 'In Progress', 'lead', 'a, b; c & d', 'שלום', '🎉 = 100%', ' padded ', '50% + x', 'Ärger'];
const choices = titles.map((title, at) => ({ id: `choice-${at}`, title }));
const record = (id: string, object: string, name: string, detail: string): Suggestion => ({
  ...{ id, object, name, details: [detail, 'Head of it'], related: false },
});
const people = ['5f3e8a52-0000-4000-8000-000000000001', '5f3e8a52-0000-4000-8000-000000000002'] as const;
const records = [
  record('c1', 'companies', 'Acme, Inc.', 'acme.com'),
  record('c2', 'companies', 'שלום', 'shalom.co.il'),
  record(people[0], 'people', 'Bo "B" Li', "o'bo+x@acme.com"),
  record(people[1], 'people', 'محمد', 'm@acme.com'),
];
const exchange = {
  rates: [{ from: 'EUR', to: 'USD', rate: '1.085', source: 'ECB', date: '2026-01-05' }],
  original_attribute: null,
};

const form = (fields: Field[]): DealForm => ({
  ...{ fields, members, me: 'm1', unsupported: [], unmakeable: [], rules: [], exchange, schema_version: '1' },
});
const to = (object: string) => ({ currency_code: null, target_objects: [object] });

function fieldOf(type: AttributeType, multi: boolean): Field {
  const more: Partial<Field> = { multi };
  if (type === 'status') more.statuses = choices;
  if (type === 'select') more.options = choices;
  if (type === 'record-reference') more.config = to('people');
  return exampleField('the_field', type, more);
}

/** The value of a field that a link brings to somebody of the locale. */
async function opened(field: Field, query: string, locale: string, search = records): Promise<unknown> {
  const findRecords = async (_: Field, uniques: readonly string[]) =>
    new Map(search.flatMap((one) => (uniques.includes(one.details[0] ?? '') ? [[one.details[0] ?? '', one] as const] : [])));
  const { entries, unclear, unpicked, unknown } = await prefillFrom(query, form([field]), {
    locale,
    members,
    me: 'm1',
    findRecords,
    findByName: async () => null,
  });
  expect({ unclear, unpicked, unknown }).toEqual({ unclear: [], unpicked: [], unknown: [] });
  return read(field, entries[field.slug], locale);
}

function read(field: Field, entry: unknown, locale: string): unknown {
  const reading = entriesByType[field.type].read(entry as never, field, { locale, members, exchange });
  expect(reading, JSON.stringify({ entry, locale })).toMatchObject({ ok: true });
  return reading.ok ? reading.value : undefined;
}

const linkOf = (field: Field, entry: unknown, locale: string) =>
  prefillLink(form([field]), { [field.slug]: entry } as Entries, { locale, members, exchange });

/** The entry in which a value stands. */
function entryOf(field: Field, value: unknown): unknown {
  const wanted = [value].flat();
  if (field.type === 'actor-reference') {
    const some = members.filter(({ id }) => wanted.includes(id));
    return { picked: some.map(({ id, name, email_address }) => ({ id, name, details: [email_address] })), text: '' };
  }
  if (field.type === 'record-reference') {
    const ids = (wanted as { id: string }[]).map(({ id }) => id);
    return { picked: records.filter(({ id }) => ids.includes(id)), text: '' };
  }
  return startsByType[field.type].from(value, field);
}

const locales = ['en-US', 'de-DE', 'fr-CH', 'hi-IN', 'ar-EG', 'fa-IR', 'ja-JP', 'pt-BR', 'th-TH', 'he-IL'];

describe.each(attributeTypes.flatMap((type) => [[type, false] as const, [type, true] as const]))(
  '%s, several: %s',
  (type, multi) => {
    const field = fieldOf(type, multi);
    const recordIds = people;
    const values = formsByType[type].examples(field, { members, recordIds });
    const several = type === 'text' || type === 'checkbox' || type === 'rating' || type === 'personal-name';
    const wanted = multi && !several ? [values, values.slice(0, 1)] : values;

    test('comes out of a link as it was put in, whoever writes and opens it', async () => {
      expect(wanted.length).toBeGreaterThan(0);
      for (const value of wanted) {
        for (const [from, at] of locales.map((locale, index) => [locale, locales[(index + 1) % locales.length] ?? ''] as const)) {
          const entry = entryOf(field, value);
          const { query, faults } = linkOf(field, entry, from);
          expect(faults).toEqual({});
          expect(query).not.toBe('');
          expect(await opened(field, query, at), `${query} from ${from} to ${at}`).toEqual(read(field, entry, from));
        }
      }
    });
  },
);

const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(',', ';', '&', '=', '%2C', '+', '#', '\n', '🎉', 'שלום', '.', '?', '"'),
    ),
  )
  .map((some) => some.join('').replace(/\r\n?/g, '\n').trim())
  .filter((one) => one !== '');

test('any text comes out as it was put in', async () => {
  const field = fieldOf('text', false);
  await fc.assert(
    fc.asyncProperty(text, async (one) => {
      expect(await opened(field, linkOf(field, one, 'en').query, 'de')).toBe(one);
    }),
  );
});

test('amounts and numbers mean the same in forty locales', async () => {
  const decimal = fc
    .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.stringMatching(/^(\.\d{1,4})?$/))
    .map(([whole, decimals]) => `${whole}${decimals}`);
  for (const type of ['number', 'currency'] as const) {
    for (const multi of [false, true]) {
      const field = fieldOf(type, multi);
      // No two alike: Attio keeps each value once.
      const entries = fc.uniqueArray(decimal, {
        minLength: 1,
        maxLength: multi ? 3 : 1,
        selector: Number,
        comparator: (a, b) => a === b,
      });
      await fc.assert(
        fc.asyncProperty(entries, fc.constantFrom(...pastedLocales), async (typed, locale) => {
          const entry = startsByType[type].from(
            typed.map((one) => (type === 'number' ? Number(one) : { amount: one })),
            field,
          );
          expect(await opened(field, linkOf(field, entry, 'en-US').query, locale)).toEqual(read(field, entry, 'en-US'));
        }),
        { numRuns: 200 },
      );
    }
  }
});

test.each([
  ['1.234,5', 'de-DE', 'the_field=1234.5'],
  ['48k', 'en-US', 'the_field=48000'],
  ['=1200*3', 'en-US', 'the_field=3600'],
  ['€48,000', 'en-US', 'the_field=EUR+48000'],
  ['12,3450 EUR', 'de-DE', 'the_field=EUR+12.3450'],
])('%s of %s is written %s', async (entry, locale, query) => {
  const field = fieldOf('currency', false);
  expect(linkOf(field, entry, locale).query).toBe(query);
  for (const at of pastedLocales) expect(await opened(field, query, at), at).toEqual(read(field, entry, locale));
});

test('a day stays that day, and so many weeks stay weeks', async () => {
  const dated = (typed: string, multi = false) =>
    linkOf(fieldOf('date', multi), { text: typed, typed_at: '2026-03-02T10:00' }, 'en-US').query;
  expect(dated('fri')).toBe('the_field=2026-03-06');
  expect(dated('11/30/2026')).toBe('the_field=2026-11-30');
  expect(dated('+2w')).toBe('the_field=%2B2w');
  expect(dated('tomorrow; +1m 2d; 30 nov', true)).toBe('the_field=2026-03-03%3B+%2B1m+2d%3B+2026-11-30');
  const now = read(fieldOf('date', false), { text: '+2w', typed_at: '' }, 'en-US');
  for (const locale of pastedLocales) expect(await opened(fieldOf('date', false), 'the_field=%2B2w', locale)).toBe(now);
});

test('choices go by title where that is one choice’s own, in a select of one too', async () => {
  const field = fieldOf('status', false);
  expect(linkOf(field, 'choice-1', 'en').query).toBe('the_field=In+Progress');
  expect(linkOf(field, 'choice-2', 'en').query).toBe('the_field=choice-2');
  expect(linkOf(field, 'choice-3', 'en').query).toBe('the_field=choice-3');
  for (const { id } of choices) expect(await opened(field, linkOf(field, id, 'en').query, 'de')).toBe(id);
});

test('companies go by domain, under a short name unless that is a slug', () => {
  const company = exampleField('associated_company', 'record-reference', { config: to('companies') });
  const entry = { associated_company: { picked: records.slice(0, 1), text: '' } };
  const link = (fields: Field[]) => prefillLink(form(fields), entry, { locale: 'en', members }).query;
  expect(link([company])).toBe('company=acme.com');
  expect(link([company, exampleField('company', 'text')])).toBe('associated_company=acme.com');
});

test('a record that nothing names for certain, and what cannot be read, is told and left out', () => {
  const person = fieldOf('record-reference', true);
  const named = { id: 'p9', name: 'Nobody', object: 'people', details: ['Head of nothing'] };
  const nameless = linkOf(person, { picked: [...records.slice(2), named], text: '' }, 'en');
  expect(nameless.query).toBe('');
  expect(nameless.faults['the_field']).toContain('there is none for Nobody');
  expect(linkOf(fieldOf('currency', false), 'a lot', 'en').faults['the_field']).toMatch(/\w/);
});

test('a link does not end in a point, which programs would leave out', async () => {
  const field = fieldOf('text', false);
  const { query } = linkOf(field, 'Acme Inc.', 'en');
  expect(query).toBe('the_field=Acme+Inc%2E');
  expect(await opened(field, query, 'de')).toBe('Acme Inc.');
});

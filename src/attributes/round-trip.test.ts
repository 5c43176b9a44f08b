import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { AttributeType, Field, Member } from '../contract/deal-form.ts';
import { startSandbox } from '../sandbox/start.ts';
import { dealValuesSchema, readFieldValue, sameFieldValue, writeValues } from './field-values.ts';
import { formsByType } from './forms-by-type.ts';
import { loadPlans } from './phone-number/plans-at-hand.ts';

/**
 * Every type's own examples, and values made up at random: through our schema and write form into the sandbox, and back through
 * the read form. What the demo workspace does not have is added to it, for one value and for several.
 */

/** What this test reads of the sandbox's rows: a member, a choice, a record. */
interface Row {
  id: Record<string, string>;
  title: string;
  first_name: string;
  email_address: string;
  access_level: string;
}
interface Attio {
  data: Row[] & { values: Record<string, Record<string, unknown>[]> };
}

const apiKey = 'round-trip'.padEnd(64, '0');
const sandbox = await startSandbox({ port: 0, data: ':memory:', apiKey, writeLimit: 100_000, readLimit: 100_000 });
afterAll(() => sandbox.close());

async function attio(method: string, path: string, body?: unknown): Promise<Attio> {
  const answer = await fetch(sandbox.url + path, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const json = (await answer.json()) as Attio;
  expect(answer.status, JSON.stringify(json)).toBe(200);
  return json;
}

const rowSchema = z.looseObject({
  api_slug: z.string(),
  title: z.string(),
  type: z.string(),
  is_writable: z.boolean(),
  is_multiselect: z.boolean(),
  is_required: z.boolean(),
  config: z.looseObject({ currency: z.looseObject({ default_currency_code: z.nullable(z.string()) }) }),
});

/** Types of which deals have none, or none that takes several. Attio lets nobody add a `personal-name`: people have one. */
const added: Partial<Record<AttributeType, { single: boolean; multi: boolean }>> = {
  number: { single: false, multi: true },
  currency: { single: false, multi: true },
  date: { single: false, multi: true },
  'actor-reference': { single: false, multi: true },
  timestamp: { single: true, multi: true },
  rating: { single: true, multi: false },
  location: { single: true, multi: true },
  domain: { single: true, multi: true },
  'email-address': { single: true, multi: true },
  'phone-number': { single: true, multi: true },
};

async function addAttributes(): Promise<void> {
  for (const [type, { single, multi }] of Object.entries(added)) {
    for (const is_multiselect of [...(single ? [false] : []), ...(multi ? [true] : [])]) {
      const api_slug = `${type.replaceAll('-', '_')}_${is_multiselect ? 'several' : 'one'}`;
      const config = type === 'currency' ? { currency: { default_currency_code: 'EUR', display_type: 'symbol' } } : {};
      const more = { description: null, is_required: false, is_unique: false, is_multiselect, config };
      await attio('POST', '/v2/objects/deals/attributes', { data: { title: api_slug, api_slug, type, ...more } });
    }
  }
}

const targets: Record<string, string[]> = { associated_people: ['people'], associated_company: ['companies'] };

async function readFields(object: string): Promise<Field[]> {
  const { data } = await attio('GET', `/v2/objects/${object}/attributes`);
  const rows = data.map((row) => z.parse(rowSchema, row)).filter(({ is_writable, type }) => is_writable && type in formsByType);
  return Promise.all(
    rows.map(async (row): Promise<Field> => {
      const path = `/v2/objects/${object}/attributes/${row.api_slug}`;
      const choices = async (kind: 'statuses' | 'options', key: string) =>
        (await attio('GET', `${path}/${kind}`)).data.map((choice) => ({
          id: choice.id[key] ?? '',
          title: choice.title,
        }));
      return {
        id: row.api_slug,
        slug: row.api_slug,
        title: row.title,
        description: null,
        type: row.type as AttributeType,
        required: row.is_required,
        multi: row.is_multiselect,
        unique: false,
        standard: true,
        config: { currency_code: row.config.currency.default_currency_code, target_objects: targets[row.api_slug] ?? null },
        default: null,
        ...(row.type === 'status' && { statuses: await choices('statuses', 'status_id') }),
        ...(row.type === 'select' && { options: await choices('options', 'option_id') }),
      };
    }),
  );
}

async function someRecordIds(object: string): Promise<string[]> {
  const { data } = await attio('POST', `/v2/objects/${object}/records/query`, { limit: 3 });
  return data.map(({ id }) => id.record_id ?? '');
}

let fields: Field[] = [];
/** The name of a person. */
let nameFields: Field[] = [];
let members: Member[] = [];
const recordIds: Record<string, string[]> = {};

beforeAll(async () => {
  await loadPlans();
  await addAttributes();
  fields = await readFields('deals');
  nameFields = (await readFields('people')).filter(({ type }) => type === 'personal-name');
  members = (await attio('GET', '/v2/workspace_members')).data.map((row) => ({
    id: row.id.workspace_member_id ?? '',
    name: row.first_name,
    email_address: row.email_address,
    suspended: row.access_level === 'suspended',
  }));
  for (const object of ['people', 'companies']) recordIds[object] = await someRecordIds(object);
});

/** The required fields, so that a deal can be created at all. */
function base(): Record<string, unknown> {
  const stage = fields.find(({ slug }) => slug === 'stage')?.statuses?.[0]?.id;
  return { name: 'Round trip', stage, owner: members.find(({ suspended }) => !suspended)?.id };
}

const letters = fc.constantFrom(...'abcxyzäßøłéşñ日本語한국שלוםمرحباзд'.split(''), '🎉', '👩‍👩‍👧', ' ', "'", '-', '.', ',');
const words = fc
  .array(letters, { minLength: 1, maxLength: 12 })
  .map((some) => some.join(''))
  .filter((text) => text.trim() !== '');
const label = fc
  .stringMatching(/^[a-z0-9]([a-z0-9-]{0,9}[a-z0-9])?$/)
  .filter((text) => !text.startsWith('xn--') && text[2] !== '-');
const host = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 3 }), fc.constantFrom('com', 'co.uk', 'dev', 'io', 'de', 'museum'))
  .map(([labels, end]) => `${labels.join('.')}.${end}`);
const degrees = (most: number) =>
  fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((number) => (number / 10_000).toFixed(4));

/** Real numbers of public bodies, hotels and the like, as they are published. */
const phones = [
  '+44 20 7930 4832',
  '+1 202-456-1414',
  '+1 416-392-2489',
  '+49 30 227-0',
  '+33 1 42 92 81 00',
  '+39 06 67061',
  '+34 913 90 60 00',
  '+81 3-3581-5111',
  '+91 11 2301 7931',
  '+61 2 6277 7111',
  '+55 61 3311-1413',
  '+41 58 465 15 15',
  '+353 1 619 4000',
  '+65 6336 1141',
  '+972 2-640-8456',
  '+971 2 644 4444',
];

/** Values made up at random. */
const generatedValues: Partial<Record<AttributeType, fc.Arbitrary<unknown>>> = {
  text: words,
  number: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((number) => number / 10_000),
  rating: fc.integer({ min: 0, max: 5 }),
  date: fc
    .date({ min: new Date('1000-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  timestamp: fc
    .tuple(
      fc.date({ min: new Date('1000-01-01'), max: new Date('9998-12-31'), noInvalidDate: true }),
      fc.stringMatching(/^(\.\d{1,9})?$/),
      fc.constantFrom('Z', '+05:30', '-08:00', '+14:00'),
    )
    .map(([date, decimals, zone]) => `${date.toISOString().slice(0, 19)}${decimals}${zone}`),
  domain: host,
  'email-address': fc
    .tuple(fc.stringMatching(/^[A-Za-z0-9!#$%&'*+/=?^_{|}~-]{1,20}(\.[A-Za-z0-9+_-]{1,10})?$/), host)
    .map(([local, domain]) => `${local}@${domain}`),
  'phone-number': fc.constantFrom(...phones),
  'personal-name': fc
    .tuple(words, fc.option(words, { nil: '' }))
    .map(([first_name, last_name]) => ({ first_name, last_name, full_name: `${first_name} ${last_name}` })),
  location: fc
    .record({
      line_1: fc.option(words),
      line_2: fc.option(words),
      locality: words,
      region: fc.option(words),
      postcode: fc.option(words),
      country_code: fc.option(fc.constantFrom('GB', 'US', 'DE', 'JP', 'XK')),
      at: fc.option(fc.tuple(degrees(90), degrees(180))),
    })
    .map(({ at, ...place }) => ({ ...place, latitude: at?.[0] ?? null, longitude: at?.[1] ?? null })),
};

/** The fields of a type, and where they are. */
const fieldsOf = (type: AttributeType): { object: string; own: Field[]; all: Field[] } =>
  type === 'personal-name'
    ? { object: 'people', own: nameFields, all: nameFields }
    : { object: 'deals', own: fields.filter((field) => field.type === type), all: fields };

/** Sends one value of a field, and holds what comes back against it. */
async function expectBack(object: string, all: Field[], field: Field, value: unknown): Promise<void> {
  const given = { ...(object === 'deals' && base()), [field.slug]: value };
  const values = z.parse(dealValuesSchema(all, { members }), given);
  const { data } = await attio('POST', `/v2/objects/${object}/records`, { data: { values: writeValues(all, values) } });
  const back = readFieldValue(field, data.values[field.slug]);
  expect(sameFieldValue(back, values[field.slug]), `${field.slug}: ${JSON.stringify({ value, back })}`).toBe(true);
  expect(sameFieldValue(back, undefined)).toBe(false);
}

describe.each(Object.keys(formsByType) as AttributeType[])('%s', (type) => {
  it('comes back from Attio as it was sent, for every example', async () => {
    const { object, own, all } = fieldsOf(type);
    expect(own.length, 'the workspace has a field of this type').toBeGreaterThan(0);
    for (const field of own) {
      const ids = recordIds[field.config.target_objects?.[0] ?? ''] ?? [];
      const examples = formsByType[type].examples(field, { members, recordIds: ids });
      expect(examples.length).toBeGreaterThan(0);
      const whole: unknown[] = field.multi ? [examples, examples.slice(0, 1)] : examples;
      for (const example of whole) await expectBack(object, all, field, example);
    }
  });

  const generated = generatedValues[type];
  if (!generated) return;
  it('comes back from Attio as it was sent, whatever it is', async () => {
    const { object, own, all } = fieldsOf(type);
    for (const field of own) {
      const value = field.multi ? fc.uniqueArray(generated, { minLength: 1, maxLength: 4, selector: JSON.stringify }) : generated;
      await fc.assert(
        fc.asyncProperty(value, (one) => expectBack(object, all, field, one)),
        { numRuns: 60 },
      );
    }
  });
});

it('adds fields of one value and of several, so that both are tried', () => {
  for (const [type, { single, multi }] of Object.entries(added)) {
    const kinds = fields.filter((field) => field.type === type).map((field) => field.multi);
    if (single) expect(kinds, type).toContain(false);
    if (multi) expect(kinds, type).toContain(true);
  }
});

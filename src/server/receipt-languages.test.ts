import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { dealFormSchema } from '../contract/deal-form.ts';
import { paths, submissionPath, valuesPath } from '../contract/paths.ts';
import { type ReceiptLine, submissionValuesSchema } from '../contract/submission.ts';
import { startSandbox } from '../sandbox/start.ts';
import { openPostgres, openSqlite } from './ledger/open-database.ts';
import { engines } from './testing/engines.ts';
import { answerJson } from './testing/fault-proxy.ts';
import {
  lostAfterCreating,
  type OpenOutcomeStack,
  resetBeforeAnything,
  startOpenOutcomeStack,
  submissionIn,
} from './testing/open-outcome-stack.ts';

const isolated = (...texts: string[]) => texts.map((text) => `\u2068${text}\u2069`);
const place = { locality: 'Köln', country_code: 'DE', ...{ line_1: 'Domkloster 4', line_2: null, line_3: null, line_4: null } };
const elsewhere = { region: null, postcode: '50667', latitude: null, longitude: null };

/** What the workspace adds to its deals, what is sent in it, and what that is in each language. */
const told: [type: string, isMulti: boolean, value: unknown, words: { en: string; de: string; ar: string }][] = [
  ['number', false, 1234.5, { en: '1,234.5', de: '1.234,5', ar: '1,234.5' }],
  [
    'number',
    true,
    [1.5, 2000, 3],
    { en: '1.5, 2,000, 3', de: '1,5, 2.000 und 3', ar: isolated('1.5', '2,000', '3').join('، و') },
  ],
  [
    'currency',
    false,
    { amount: '9007199254.0001', currency: 'EUR' },
    { en: '€9,007,199,254.0001', de: '9.007.199.254,0001 €', ar: '\u20669,007,199,254.0001 €\u2069' },
  ],
  ['date', false, '2026-12-31', { en: 'December 31, 2026', de: '31. Dezember 2026', ar: '31 ديسمبر 2026' }],
  [
    'date',
    true,
    ['2026-12-31', '2027-01-02'],
    {
      en: 'December 31, 2026, January 2, 2027',
      de: '31. Dezember 2026, 2. Januar 2027',
      ar: isolated('31 ديسمبر 2026', '2 يناير 2027').join(' و'),
    },
  ],
  [
    'timestamp',
    false,
    '2026-12-31T14:30:00Z',
    {
      en: 'Thursday, December 31, 2026 at 2:30 PM UTC',
      de: 'Donnerstag, 31. Dezember 2026 um 14:30 UTC',
      ar: 'الخميس، 31 ديسمبر 2026 في 2:30 م UTC',
    },
  ],
  ['checkbox', false, true, { en: 'Yes', de: 'Ja', ar: 'نعم' }],
  ['rating', false, 3, { en: '3 of 5 ★★★☆☆', de: '3 von 5 ★★★☆☆', ar: `3 من 5 ${isolated('★★★☆☆')}` }],
  [
    'location',
    false,
    { ...place, ...elsewhere },
    {
      en: 'Domkloster 4, 50667 Köln, Germany',
      de: 'Domkloster 4, 50667 Köln, Deutschland',
      ar: 'Domkloster 4, 50667 Köln, ألمانيا',
    },
  ],
  ['text', false, '1,234.50', { en: '1,234.50', de: '1,234.50', ar: '1,234.50' }],
  [
    'domain',
    true,
    ['a.example.com', 'b.example.com'],
    {
      en: 'a.example.com, b.example.com',
      de: 'a.example.com, b.example.com',
      ar: isolated('a.example.com', 'b.example.com').join(' و'),
    },
  ],
];
/** Versions of ICU differ in the kinds of spaces they put into amounts and times. */
const plainSpaces = (text: string | null | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');
const slugOf = (type: string, isMulti: boolean) => `${type}_${isMulti ? 'several' : 'one'}`;

describe.each(engines)('On $name', (engine) => {
  let stack: OpenOutcomeStack;
  /** The deal with all of it, sent in English. */
  const sent = randomUUID();
  let values: Record<string, unknown>;
  let first: string;

  const put = (id: string, deal: unknown, locale: string) =>
    stack.ana.rep.call(submissionPath(id), {
      method: 'PUT',
      body: JSON.stringify({ values: deal, schema_version: 'test' }),
      headers: { 'accept-language': locale },
    });
  const read = (path: string, locale: string) => stack.ana.rep.call(path, { headers: { 'accept-language': locale } });
  async function line(id: string, field: string, locale: string): Promise<ReceiptLine | undefined> {
    return submissionIn(await read(submissionPath(id), locale)).receipt?.find((one) => one.field === field);
  }

  beforeAll(async () => {
    stack = await startOpenOutcomeStack(startSandbox, engine);
    for (const [type, isMulti] of told) {
      const config = type === 'currency' ? { currency: { default_currency_code: 'EUR', display_type: 'symbol' } } : {};
      const slug = slugOf(type, isMulti);
      const data = { title: slug, api_slug: slug, type, description: null, is_required: false, is_unique: false, config };
      await stack.attio('POST', '/v2/objects/deals/attributes', { data: { ...data, is_multiselect: isMulti } });
    }
    // What was read before they were added is fresh enough for a moment.
    await vi.waitFor(async () => {
      const { fields } = dealFormSchema.parse((await stack.ana.rep.call(paths.dealForm)).json);
      const added = told.map(([type, isMulti]) => slugOf(type, isMulti));
      expect(fields.map(({ slug }) => slug)).toEqual(expect.arrayContaining(added));
    });
    const added = Object.fromEntries(told.map(([type, isMulti, value]) => [slugOf(type, isMulti), value]));
    const products = stack.ana.field('products').options?.slice(0, 2);
    values = stack.ana.deal({ ...added, products: products?.map(({ id }) => id), name: 'Told in every language' });
    first = (await put(sent, values, 'en-US')).text;
    expect(first).toContain('"state":"created"');
  });
  afterAll(() => stack?.close());

  test.each(told)('A %s (several: %s) is told in the language of whoever reads it', async (type, isMulti, _, words) => {
    for (const [language, expected] of Object.entries(words)) {
      const { sent: asSent, stored, same } = (await line(sent, slugOf(type, isMulti), language)) ?? {};
      expect([language, plainSpaces(asSent), plainSpaces(stored), same]).toEqual([language, expected, expected, true]);
    }
  });

  test('Titles of fields, options and stages, and names, are told as they were', async () => {
    const own = { en: 'Platform, Analytics', de: 'Platform, Analytics', ar: isolated('Platform', 'Analytics').join(' و') };
    for (const [language, products] of Object.entries(own)) {
      expect(await line(sent, 'products', language)).toMatchObject({ title: 'Products', stored: products, same: true });
      expect(await line(sent, 'stage', language)).toMatchObject({ title: 'Deal stage', stored: 'Lead' });
      expect(await line(sent, 'owner', language)).toMatchObject({ stored: 'Ana Kovač' });
    }
  });

  test('A timestamp is there as a moment too, for the clock of whoever reads it', async () => {
    const moment = '2026-12-31T14:30:00Z';
    expect((await line(sent, 'timestamp_one', 'de'))?.moments).toEqual({ sent: [moment], stored: [moment] });
    expect(await line(sent, 'date_one', 'de')).not.toHaveProperty('moments');
  });

  test('Nothing but what it says is on the wire, and a replay in the same language says the same word for word', async () => {
    expect((await put(sent, values, 'en-US')).text).toBe(first);
    expect((await read(submissionPath(sent), 'en-US')).text).toBe(first);
    expect(first).not.toContain('"plain"');
    expect((await put(sent, values, 'de-DE')).text).not.toBe(first);
  });

  test('The words of another deal like it are told so as well', async () => {
    const { words } = submissionValuesSchema.parse((await read(valuesPath(sent), 'de')).json);
    expect(words['date_one']).toEqual({ title: 'date_one', text: '31. Dezember 2026' });
  });

  test('What Attio stored otherwise is told anew beside what was sent, and nothing stays nothing', async () => {
    const [id, name] = [randomUUID(), 'Stored otherwise in every language'];
    stack.faults.set(name, async (response, forward, body) => {
      const record = JSON.parse((await forward()).body);
      record.data.values.date_one[0].value = '2027-01-02';
      record.data.values.checkbox_one = [];
      await answerJson(200, record)(response, forward, body);
    });
    await put(id, stack.ana.deal({ name, date_one: '2026-12-31', checkbox_one: false }), 'en');
    expect(await line(id, 'date_one', 'de')).toMatchObject({
      ...{ sent: '31. Dezember 2026', stored: '2. Januar 2027', same: false },
    });
    expect(await line(id, 'checkbox_one', 'de')).toMatchObject({ sent: 'Nein', stored: null, same: false });
  });

  test('A deal that was lost and found is told so as well', async () => {
    const [id, name] = [randomUUID(), 'Lost, and found in every language'];
    stack.failOnce(name, lostAfterCreating);
    await put(id, stack.ana.deal({ name, checkbox_one: true }), 'ar');
    await stack.becomes(id, 'created');
    expect(await line(id, 'checkbox_one', 'ar')).toMatchObject({ stored: 'نعم' });
    expect(await line(id, 'checkbox_one', 'de')).toMatchObject({ stored: 'Ja' });
  });

  test('What tells a deal that may be it is told so as well, its stage and owner as they were', async () => {
    const [id, name] = [randomUUID(), 'A candidate in every language'];
    const values = { name, stage: 'Lead', owner: 'ana@northwind.com', value: 48_000.5 };
    await stack.attio('POST', '/v2/objects/deals/records', { data: { values } });
    stack.failOnce(name, resetBeforeAnything);
    await put(id, stack.ana.deal({ name }), 'en');
    await stack.becomes(id, 'needs_checking');
    const details = async (language: string) =>
      submissionIn(await read(submissionPath(id), language)).candidates?.map((one) => one.details.map(plainSpaces));
    expect(await details('en')).toEqual([['$48,000.50', 'Lead', 'Ana Kovač']]);
    expect(await details('de')).toEqual([['48.000,50 $', 'Lead', 'Ana Kovač']]);
    expect((await read(submissionPath(id), 'de')).text).not.toContain('"plain"');
  });

  test('A receipt that an earlier release kept is told in the words it has', async () => {
    const id = randomUUID();
    const moment = '2026-12-31T14:30:00Z';
    await put(id, stack.ana.deal({ name: 'Kept by an earlier release', date_one: '2026-12-31', timestamp_one: moment }), 'en');
    const url = stack.env['DATABASE_URL'];
    const database = url === undefined ? openSqlite(stack.server.dataDirectory) : await openPostgres(url);
    try {
      const { answer } = await database.selectFrom('submissions').select('answer').where('id', '=', id).executeTakeFirstOrThrow();
      const kept = JSON.parse(answer ?? '');
      const moments = { sent: [moment], stored: [moment] };
      for (const one of kept.receipt) {
        if (one.field === 'timestamp_one') one.moments = moments;
        delete one.plain;
      }
      await database.updateTable('submissions').set('answer', JSON.stringify(kept)).where('id', '=', id).execute();
      expect(await line(id, 'date_one', 'de')).toMatchObject({ sent: 'December 31, 2026', stored: 'December 31, 2026' });
      expect(await line(id, 'timestamp_one', 'de')).toMatchObject({ moments, stored: expect.stringContaining('Thursday') });
    } finally {
      await database.destroy();
    }
  });
});

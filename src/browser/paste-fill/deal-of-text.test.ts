import { describe, expect, test } from 'vitest';
import type { Field } from '../../contract/deal-form.ts';
import type { Suggestion } from '../../contract/lookup.ts';
import { exampleField } from '../../contract/testing/example-field.ts';
import { type DealTextContext, dealOfText } from './deal-of-text.ts';

const field = (slug: string, type: Field['type'], title: string, more: Partial<Field> = {}) =>
  exampleField(slug, type, { title, ...more });
const to = (object: string) => ({ currency_code: null, target_objects: [object] });
const fields: readonly Field[] = [
  field('associated_company', 'record-reference', 'Associated company', { config: to('companies') }),
  field('name', 'text', 'Deal name', { required: true }),
  field('value', 'currency', 'Deal value'),
  field('stage', 'status', 'Deal stage', {
    statuses: [
      { id: 's1', title: 'Lead' },
      { id: 's2', title: 'Proposal' },
    ],
  }),
  field('owner', 'actor-reference', 'Deal owner'),
  field('associated_people', 'record-reference', 'Associated people', { config: to('people'), multi: true }),
  field('close_date', 'date', 'Expected close'),
  field('source', 'select', 'Source', { options: [{ id: 'o1', title: 'Fair' }] }),
  field('seats', 'number', 'Seats'),
];
const record = (id: string, object: string, name: string, detail: string): Suggestion => ({
  ...{ id, object, name, details: [detail], related: false },
});
const acme = record('c1', 'companies', 'Acme', 'acme.com');
const bo = record('p1', 'people', 'Bo Li', 'bo@acme.com');
const context: DealTextContext = {
  locale: 'en-US',
  numbers: 'typed',
  me: 'm1',
  members: [
    { id: 'm1', name: 'Ana Kovač', email_address: 'ana@northwind.com', suspended: false },
    { id: 'm2', name: 'Tomás Ferreira', email_address: 'tomas@northwind.com', suspended: false },
  ],
  findRecords: async (_, uniques) =>
    new Map([acme, bo].flatMap((one) => (uniques.includes(one.details[0] ?? '') ? [[one.details[0] ?? '', one] as const] : []))),
  findByName: async ({ slug }, name) => (slug === 'associated_company' && name.toLowerCase() === 'acme' ? acme : null),
};

/** What a text fills in, in short: the names of what was picked, or the entry's text. */
async function read(text: string, changed: Partial<DealTextContext> = {}) {
  const { filled, rest, more } = await dealOfText(text, fields, { ...context, ...changed });
  const short = (entry: unknown): unknown => {
    if (typeof entry !== 'object' || entry === null) return entry;
    if ('picked' in entry) {
      const { picked, text: left } = entry as { picked: { name: string }[]; text: string };
      return [...picked.map(({ name }) => name), left].filter(Boolean).join(' + ');
    }
    return (entry as { text: string }).text;
  };
  return { ...Object.fromEntries(filled.map((one) => [one.field.slug, short(one.entry)])), rest, more };
}

const whole = {
  associated_company: 'Acme',
  associated_people: 'Bo Li',
  value: '48k EUR',
  stage: 's2',
  close_date: 'end Nov',
  rest: [],
  more: [],
};

describe('A deal is read out of', () => {
  test.each([
    ['slashes', 'Acme / Bo Li <bo@acme.com> / 48k EUR / proposal / end Nov'],
    ['bars, in another order', '48k EUR | end Nov | Bo Li <bo@acme.com> | Proposal | Acme'],
    ['cells', 'Acme\tBo Li <bo@acme.com>\t48k EUR\tProposal\tend Nov'],
    ['a header and a row', 'Account\tContact\tAmount\tStage\tClose date\nAcme\tbo@acme.com\t48k EUR\tProposal\tend Nov'],
    ['commas', 'Acme, Bo Li <bo@acme.com>, 48k EUR, proposal, end Nov'],
    ['commas without spaces', 'Acme,bo@acme.com,48k EUR,Proposal,end Nov'],
    ['dashes', 'Acme - Bo Li <bo@acme.com> - 48k EUR - proposal - end Nov'],
    ['a file with a header', 'Account,Contact,Amount,Stage,Close date\r\n"Acme",bo@acme.com,48k EUR,Proposal,end Nov\r\n'],
    ['a file with semicolons', 'Account;Contact;Amount (EUR);Stage;Close date\nAcme;bo@acme.com;48k EUR;Proposal;end Nov'],
    [
      'a table of bars',
      '| Company | Contact | Value | Stage | Due |\n|---|:---|---|---|---|\n| Acme | bo@acme.com | 48k EUR | Proposal | end Nov |',
    ],
    ['labelled lines', 'Company: acme.com\nE-mail: bo@acme.com\nValue: 48k EUR\nStage: PROPOSAL\nExpected close: end Nov'],
  ])('%s', async (_, text) => {
    expect(await read(text)).toEqual(whole);
  });

  test('a row in which the deal is named after its company', async () => {
    expect(await read('Globex renewal\tGlobex\t12,500.00\t2026-11-30')).toEqual({
      ...{ associated_company: 'Globex', name: 'Globex renewal', value: '12,500.00', close_date: '2026-11-30' },
      ...{ rest: [], more: [] },
    });
  });

  test('a signature: its person and company, and nothing of its address', async () => {
    const text = 'Kim Berg\nHead of Buying\nUmbrella GmbH\n+49 30 1234567\nkim.berg@umbrella.de\nhttps://umbrella.de';
    expect(await read(text)).toMatchObject({
      associated_people: 'Kim Berg <kim.berg@umbrella.de>',
      associated_company: 'umbrella.de',
      rest: ['+49 30 1234567', 'Head of Buying', 'Umbrella GmbH'],
    });
    expect(await read('Bo Li\nAcme\nbo@acme.com')).toMatchObject({
      associated_people: 'Bo Li',
      associated_company: 'Acme',
      rest: [],
    });
    expect(await read('Kim Berg\nkim@gmail.com')).toEqual({ associated_people: 'Kim Berg <kim@gmail.com>', rest: [], more: [] });
  });

  test('a signature whose contacts have labels', async () => {
    const contacts = [
      'Email: jane.roe@globex.com',
      'E: jane.roe@globex.com',
      'E-Mail jane.roe@globex.com',
      'M. jane.roe@globex.com',
    ];
    for (const contact of contacts)
      expect(
        await read(`Jane Roe\nHead of Buying\nGlobex Inc.\nPhone: +1 555 010 0200\n${contact}\nWeb: www.globex.com`),
      ).toMatchObject({
        associated_people: 'Jane Roe <jane.roe@globex.com>',
        associated_company: 'globex.com',
        rest: ['+1 555 010 0200', 'Head of Buying', 'Globex Inc.'],
      });
    expect(await read('Jane Roe\nGlobex Inc.\nT +49 30 1234567 | E jane@globex.com')).toMatchObject({
      associated_people: 'Jane Roe <jane@globex.com>',
      associated_company: 'Globex Inc.',
    });
  });

  test('a contact and an address that are given apart as one person', async () => {
    const person = { associated_people: 'Jane Roe <jane@acme.com>', associated_company: 'Acme' };
    expect(await read('Company: Acme\nContact: Jane Roe\nEmail: jane@acme.com')).toMatchObject(person);
    expect(await read('Account\tE-mail\tContact name\nAcme\tjane@acme.com\tJane Roe')).toMatchObject(person);
    // Of two names nobody knows whose the address is.
    expect(await read('Contact: Jane Roe\nContact: Bo Li\nEmail: bo@acme.com')).toMatchObject({
      associated_people: 'Jane Roe, Bo Li, bo@acme.com',
    });
  });

  test('what Germans and Arabs write', async () => {
    const german = { locale: 'de-DE' };
    const deal = { associated_company: 'Acme', value: '12.500 €', stage: 's2', close_date: 'Ende Nov', rest: [] };
    expect(await read('Firma: Acme\nWert: 12.500 €\nPhase: Proposal\nAbschluss: Ende Nov', german)).toMatchObject(deal);
    expect(await read('Firma\tWert (EUR)\tPhase\tFällig\nAcme\t12.500 €\tProposal\tEnde Nov', german)).toMatchObject(deal);
    expect(await read('Acme / 12.500 € / Proposal / Ende Nov', german)).toMatchObject(deal);
    expect(await read('Acme\t12.500\tübermorgen', german)).toMatchObject({ value: '12.500', close_date: 'übermorgen' });
    expect(await read('الشركة: Acme\nالقيمة: ٤٨٠٠٠\nتاريخ الإغلاق: نهاية نوفمبر', { locale: 'ar-EG' })).toMatchObject({
      ...{ associated_company: 'Acme', value: '٤٨٠٠٠', close_date: 'نهاية نوفمبر', rest: [] },
    });
  });

  test('one piece', async () => {
    expect(await read('acme.com')).toMatchObject({ associated_company: 'Acme' });
    expect(await read('bo@acme.com')).toMatchObject({ associated_people: 'Bo Li', associated_company: 'Acme' });
    expect(await read('tomas@northwind.com / Fair / 48,000')).toMatchObject({
      owner: 'Tomás Ferreira',
      source: 'o1',
      value: '48,000',
    });
  });
});

describe('Nothing is guessed:', () => {
  test('what is not plain is left, and told', async () => {
    expect((await read('Acme / 20261130 / 48k / 50k')).rest).toEqual(['20261130', '50k']);
    expect((await read('Seats: many\nColour: red\nCompany: Acme\nStage: Unheard of')).rest).toEqual([
      'Colour: red',
      'Unheard of',
    ]);
  });

  test('further rows are other deals', async () => {
    expect((await read('Acme\t48k\nGlobex\t12k\n\nInitech\t1k')).more).toEqual(['Globex · 12k', 'Initech · 1k']);
  });

  test('commas and dashes in names part nothing', async () => {
    for (const name of ['Smith, Jones & Partners', 'Acme, Inc.', 'Hewlett - Packard', 'Foo, Bar, and Baz'])
      expect(await read(name)).toEqual({ associated_company: name, rest: [], more: [] });
    const address = 'Kim Berg\nUmbrella GmbH\nMusterstr. 5, 10115 Berlin\nkim.berg@umbrella.de';
    expect(await read(address)).toMatchObject({ rest: ['Musterstr. 5, 10115 Berlin'] });
    const sentence =
      'We met them at the fair in Berlin last week and they would like to hear from us about the next big thing soon';
    expect(await read(sentence)).toEqual({ name: sentence, rest: [], more: [] });
  });

  test('cells with quotes, tabs and line breaks stay whole', async () => {
    expect(await read('Name\tCompany\n"The ""big"" one\nof May"\tAcme')).toMatchObject({ name: 'The "big" one\nof May' });
  });

  test('a document is no deal, and what nobody writes does no harm', async () => {
    for (const text of ['', '\t\t', '\n\n', '/', '"', '"\t"', 'a:'.repeat(9_000), '\u0000', '='.repeat(20_000)])
      expect((await read(text)).more).toBeInstanceOf(Array);
  });
});

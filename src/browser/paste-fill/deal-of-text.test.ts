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
async function read(text: string) {
  const { filled, rest, more } = await dealOfText(text, fields, context);
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

  test('cells with quotes, tabs and line breaks stay whole', async () => {
    expect(await read('Name\tCompany\n"The ""big"" one\nof May"\tAcme')).toMatchObject({ name: 'The "big" one\nof May' });
  });

  test('a document is no deal, and what nobody writes does no harm', async () => {
    for (const text of ['', '\t\t', '\n\n', '/', '"', '"\t"', 'a:'.repeat(9_000), '\u0000', '='.repeat(20_000)])
      expect((await read(text)).more).toBeInstanceOf(Array);
  });
});

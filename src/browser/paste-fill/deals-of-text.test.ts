import { expect, test } from 'vitest';
import { exampleField } from '../../contract/testing/example-field.ts';
import type { DealTextContext } from './deal-of-text.ts';
import { dealsInText, readDealInText } from './deals-of-text.ts';

const fields = [
  exampleField('associated_company', 'record-reference', {
    title: 'Company',
    config: { currency_code: null, target_objects: ['companies'] },
  }),
  exampleField('name', 'text', { title: 'Deal name' }),
  exampleField('value', 'currency', { title: 'Deal value' }),
];
const context: DealTextContext = {
  ...{ locale: 'en-US', numbers: 'typed', me: 'm1', members: [] },
  findRecords: async () => new Map(),
  findByName: async () => null,
};

/** The deals of a text, each as the texts of its fields by slug. */
const read = (text: string) =>
  Promise.all(
    dealsInText(text, fields, context).map(async (deal) => {
      const { filled, rest } = await readDealInText(deal, fields, context);
      return { ...Object.fromEntries(filled.map(({ field, text: said }) => [field.slug, said])), rest };
    }),
  );

const acme = { associated_company: 'Acme', name: 'Renewal', value: '48k', rest: [] };
const globex = { associated_company: 'Globex', name: 'Licences', value: '12k', rest: [] };

test.each([
  ['rows below a header', 'Company\tDeal name\tAmount\nAcme\tRenewal\t48k\nGlobex\tLicences\t12k'],
  ['a file with a header', 'Company,Deal name,Amount\r\nAcme,Renewal,48k\r\n\r\nGlobex,Licences,12k\r\n'],
  ['rows without a header', 'Acme\tRenewal\t48k\nGlobex\tLicences\t12k'],
  ['lines of their own', 'Acme / Renewal / 48k\n\nGlobex / Licences / 12k\n'],
  [
    'groups of labelled lines',
    'Company: Acme\nDeal name: Renewal\nAmount: 48k\n\nCompany: Globex\nDeal name: Licences\nAmount: 12k',
  ],
  [
    'labelled lines of which a label comes again',
    'Company: Acme\nDeal name: Renewal\nAmount: 48k\nCompany: Globex\nDeal name: Licences\nAmount: 12k',
  ],
  [
    'labelled lines with a line of dashes between them',
    'Company: Acme\nDeal name: Renewal\nAmount: 48k\n---\nCompany: Globex\nDeal name: Licences\nAmount: 12k\n———',
  ],
  [
    'labelled lines with dashes and empty lines between them',
    'Company: Acme\nDeal name: Renewal\nAmount: 48k\n\n-----\n\nCompany: Globex\nDeal name: Licences\nAmount: 12k',
  ],
  ['lines with a line of dashes between them', 'Acme / Renewal / 48k\n---\nGlobex / Licences / 12k'],
  [
    'lines of labelled pieces',
    'Company: Acme; Deal name: Renewal; Amount: 48k\nCompany: Globex; Deal name: Licences; Amount: 12k',
  ],
])('several deals are read out of %s', async (_, text) => {
  expect(await read(text)).toEqual([acme, globex]);
});

test('each row keeps what no field takes, and its empty cells their columns', async () => {
  expect(await read('Company\tDeal name\tAmount\tColour\nAcme\t\t48k\tred\n\tLicences\t\tblue')).toEqual([
    { associated_company: 'Acme', value: '48k', rest: ['Colour: red'] },
    { name: 'Licences', rest: ['Colour: blue'] },
  ]);
});

test('one column is one deal a line, with its title or without', async () => {
  expect(await read('Deal name\nRenewal\nLicences')).toEqual([
    { name: 'Renewal', rest: [] },
    { name: 'Licences', rest: [] },
  ]);
  expect(await read('Company\nAcme\n\nGlobex')).toMatchObject([{ associated_company: 'Acme' }, { associated_company: 'Globex' }]);
  expect(await read('Acme\nGlobex\nInitech')).toHaveLength(3);
});

test('a title above the rows is told with the first of them', async () => {
  expect(await read('Pipeline\t\nCompany\tAmount\nAcme\t48k\nGlobex\t12k')).toEqual([
    { associated_company: 'Acme', value: '48k', rest: ['Pipeline'] },
    { associated_company: 'Globex', value: '12k', rest: [] },
  ]);
});

test('a label of the same field under another name, and what is between empty lines, begin no deal within one', async () => {
  expect(await read('Company: Acme\nWebsite: acme.com\nAmount: 48k')).toHaveLength(1);
  expect(await read('Company: Acme\nAmount: 48k\n\nCompany: Globex\nAmount: 12k\nCompany: Initech')).toHaveLength(3);
});

test('a signature is one deal, and an empty text none', async () => {
  expect(await read('Bo Li\nHead of Buying\nAcme\nE: bo@acme.com')).toHaveLength(1);
  expect(await read(' \n\t\n')).toEqual([]);
});

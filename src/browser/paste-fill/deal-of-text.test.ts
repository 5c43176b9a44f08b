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
      rest: ['+49 30 1234567', 'Umbrella GmbH', 'Head of Buying'],
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
        rest: ['+1 555 010 0200', 'Globex Inc.', 'Head of Buying'],
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

  test('headers as other CRMs have them', async () => {
    const person = { associated_people: 'Joana Reis <joana@globex.com>', associated_company: 'Globex', value: '48k', rest: [] };
    const columns = [
      ['Contact name', 'Contact email'],
      ['Primary contact', 'Contact Email Address'],
      ['Contact person', 'Primary contact e-mail'],
      ['Kontakt', 'Kontakt E-Mail'],
      ['Person - Name', 'Person - Email'],
      ['اسم جهة الاتصال', 'بريد جهة الاتصال'],
    ];
    for (const [name, email] of columns)
      expect(await read(`Company\t${name}\t${email}\tAmount\nGlobex\tJoana Reis\tjoana@globex.com\t48k`)).toMatchObject(person);
    const parts = [
      ['First Name', 'Last Name'],
      ['Contact first name', 'Contact last name'],
      ['Vorname', 'Nachname'],
      ['الاسم الأول', 'اسم العائلة'],
    ];
    for (const [first, last] of parts) {
      const row = `Amount\t${last}\t${first}\tEmail\tCompany\n48k\tReis\tJoana\tjoana@globex.com\tGlobex`;
      expect(await read(row)).toMatchObject(person);
    }
    expect(
      await read(
        'Deal - Title\tDeal - Organization\tDeal - Contact person\tDeal - Owner\nRenewal\tGlobex\tJoana Reis\tAna Kovač',
      ),
    ).toMatchObject({
      name: 'Renewal',
      associated_company: 'Globex',
      associated_people: 'Joana Reis',
      owner: 'Ana Kovač',
      rest: [],
    });
    for (const owner of ['Opportunity Owner', 'Deal Owner Name', 'Owner'])
      expect(await read(`Companies\t${owner}\nGlobex\tTomás Ferreira`)).toMatchObject({ owner: 'Tomás Ferreira', rest: [] });
    for (const company of ['Organisations', 'Companies', 'Deal - Organization'])
      expect(await read(`${company}\tAmount\nGlobex\t48k`)).toMatchObject({ associated_company: 'Globex', rest: [] });
  });

  test('days as exports write them, with a midnight', async () => {
    for (const day of ['2026-11-30 00:00', '2026-11-30 00:00:00', '2026-11-30T00:00:00Z']) {
      expect(await read(`Company\tClose date\nAcme\t${day}`)).toMatchObject({ close_date: '2026-11-30' });
      expect(await read(`Acme\tRenewal\t${day}`)).toMatchObject({ close_date: '2026-11-30', name: 'Renewal' });
    }
    expect(await read('Company\tClose date\nAcme\t2026-11-30 10:00')).toMatchObject({ close_date: '2026-11-30 10:00' });
  });

  test('points, wide spaces, signs of equality and bold labels', async () => {
    const row = { associated_company: 'Acme', name: 'Rollout', value: '48k', stage: 's1', rest: [], more: [] };
    for (const text of ['Acme • Rollout • 48k • Lead', 'Acme    Rollout    48k    Lead', 'Acme/Rollout/48k/Lead'])
      expect(await read(text)).toEqual(row);
    for (const text of [
      'Company = Acme\nDeal = Rollout\nAmount = 48k\nStage = Lead',
      '**Company:** Acme\n**Deal:** Rollout\n**Amount**: 48k\n- __Stage:__ Lead',
    ])
      expect(await read(text)).toEqual(row);
    expect(await read('Acme  Rollout')).toEqual({ associated_company: 'Acme Rollout', rest: [], more: [] });
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

  test('a row with empty cells, each at its own column', async () => {
    expect(await read('Company\tDeal name\tAmount\tStage\n\tFoo renewal\t5,000\tLead')).toEqual({
      ...{ name: 'Foo renewal', value: '5,000', stage: 's1', rest: [], more: [] },
    });
    expect(await read('Company,Deal name,Amount,Stage\n,"Foo, renewal","5,000",Lead')).toMatchObject({
      name: 'Foo, renewal',
      value: '5,000',
    });
    expect(await read('\tCompany\tAmount\n1\tAcme\t5,000')).toMatchObject({
      associated_company: 'Acme',
      value: '5,000',
      rest: ['1'],
    });
    expect(await read('\tAcme\t\t4000\t\tLead')).toMatchObject({
      associated_company: 'Acme',
      value: '4000',
      stage: 's1',
      rest: [],
    });
  });

  test('labels with what belongs to them beside', async () => {
    const row = { name: 'Foo', associated_company: 'Acme', stage: 's1', value: '5,000', rest: [], more: [] };
    expect(await read('Deal name\tFoo\nCompany\tAcme\nStage\tLead\nAmount\t5,000')).toEqual(row);
    expect(await read('Deal value\t5,000\nCompany\tAcme')).toMatchObject({ associated_company: 'Acme', value: '5,000' });
    expect(await read('| Company | Acme |\n| Amount | 5,000 |\n| Colour | red |')).toMatchObject({
      ...{ associated_company: 'Acme', value: '5,000', rest: ['Colour: red'] },
    });
  });

  test('a table with a title above it, or numbers beside its rows', async () => {
    expect(await read('Pipeline of May\nCompany\tAmount\nAcme\t5,000'.replace('May', 'May\t'))).toMatchObject({
      ...{ associated_company: 'Acme', value: '5,000', rest: ['Pipeline of May'] },
    });
    expect(await read('1\tAcme\tFoo\t48000')).toEqual({
      ...{ associated_company: 'Acme', name: 'Foo', value: '48000', rest: ['1'], more: [] },
    });
    expect(await read('Company\tDeal name\tAmount')).toEqual({ rest: ['Company · Deal name · Amount'], more: [] });
  });

  test('an amount in the currency that stands elsewhere', async () => {
    expect(await read('Company\tAmount (EUR)\nAcme\t12,500')).toMatchObject({ value: '12,500 EUR' });
    expect(await read('Company: Acme\nAmount (in €): 12,500')).toMatchObject({ value: '12,500 €' });
    expect(await read('Company\tAmount (EUR)\nAcme\t$12,500')).toMatchObject({ value: '$12,500' });
    expect(await read('Company\tAmount\tCurrency\nAcme\t12,500\tEUR')).toMatchObject({ value: '12,500 EUR', rest: [] });
    expect(await read('Firma\tUmsatz (TEUR)\nAcme\t48', { locale: 'de-DE' })).toMatchObject({ value: '48k EUR' });
    expect(await read('Firma\tUmsatz (Mio. €)\nAcme\t1,2', { locale: 'de-DE' })).toMatchObject({ value: '1,2 Mio. €' });
    expect(await read('Company\tAmount (net)\nAcme\t48')).toMatchObject({ value: '48' });
    expect(await read('Company\tAmount (XYQ)\nAcme\t48')).toMatchObject({ rest: ['Amount (XYQ): 48'] });
  });

  test('dates with zeros before them, and digits of other scripts', async () => {
    expect(await read('Acme / Foo / 03.04.2027', { locale: 'de-DE' })).toMatchObject({ close_date: '03.04.2027', name: 'Foo' });
    expect(await read('Acme / Foo / 01/15/2027')).toMatchObject({ close_date: '01/15/2027' });
    expect(await read('Acme / Foo / 03/04/2027', { locale: 'en-CA' })).toMatchObject({ close_date: '03/04/2027' });
    expect(await read('Acme / Foo / ٤٨٠٠٠', { locale: 'ar-EG' })).toMatchObject({ value: '٤٨٠٠٠' });
    expect(await read('Acme، Foo، 48k، Lead', { locale: 'ar-EG' })).toMatchObject({
      associated_company: 'Acme',
      value: '48k',
      stage: 's1',
    });
  });

  test('a line of a file', async () => {
    const row = { associated_company: 'Acme', name: 'Renewal, phase 2', value: '48,000.50', stage: 's1', rest: [], more: [] };
    expect(await read('"Acme","Renewal, phase 2","48,000.50","Lead"')).toEqual(row);
    expect(await read('"Acme";"Renewal, phase 2";"48,000.50";"Lead"')).toEqual(row);
    expect(await read('Acme,Renewal 2027,48000,Lead,2026-12-31')).toMatchObject({
      ...{ associated_company: 'Acme', name: 'Renewal 2027', value: '48000', close_date: '2026-12-31' },
    });
    expect(await read('\ufeffAcme/Foo\u200f/48k EUR/Lead')).toMatchObject({
      associated_company: 'Acme',
      name: 'Foo',
      value: '48k EUR',
    });
  });

  test('signatures of other shapes', async () => {
    const joana = { associated_people: 'Joana Reis <joana@globex.com>', associated_company: 'Globex Inc.' };
    const line = await read('Joana Reis | Head of Purchasing | Globex Inc. | joana@globex.com');
    expect(line).toEqual({ ...joana, rest: ['Head of Purchasing'], more: [] });
    expect(await read('Joana Reis\nHead of Purchasing, Globex\nlinkedin.com/in/joana\njoana@globex.com')).toEqual({
      ...{ ...joana, associated_company: 'Globex', rest: ['linkedin.com/in/joana', 'Head of Purchasing'], more: [] },
    });
    expect(await read('Joana Reis\nMain St 5\nE joana@globex.com  W https://globex.com')).toMatchObject({
      ...{ ...joana, associated_company: 'globex.com' },
    });
    expect(await read('أحمد الخطيب\nمدير المشتريات\nahmad@globex.com', { locale: 'ar-EG' })).toMatchObject({
      associated_people: 'أحمد الخطيب <ahmad@globex.com>',
    });
    expect(await read('Joana Reis\nGlobex\njoana@globex.com\nsales@globex.com')).toMatchObject({
      ...{ associated_people: 'Joana Reis <joana@globex.com>, sales@globex.com', associated_company: 'Globex' },
    });
    expect(await read('https://acme.com/offer / Acme / 48k')).toEqual({
      associated_company: 'Acme',
      value: '48k',
      rest: [],
      more: [],
    });
  });

  test('a deal whose name has a word of an address in it', async () => {
    const deal = {
      associated_company: 'Globex',
      associated_people: 'joana@globex.com',
      name: 'Renewal for Joana Reis',
      value: '48k',
    };
    expect(await read('Globex, Renewal for Joana Reis, joana@globex.com, 48k')).toEqual({ ...deal, rest: [], more: [] });
    for (const name of ['Joana Reis renewal', 'Joana renewal', 'Renewal Joana Reis', 'Joana 2027']) {
      expect(await read(`Globex / ${name} / joana@globex.com / 48k`)).toEqual({ ...deal, name, rest: [], more: [] });
      expect(await read(`Globex\t${name}\t48k\tjoana@globex.com`)).toEqual({ ...deal, name, rest: [], more: [] });
    }
  });

  test('an address of a role, which is nobody’s', async () => {
    for (const name of ['Support contract', 'Info screens', 'Sales pilot', 'Annual Marketing package', 'Vertrieb Nord']) {
      const role = name
        .split(' ')
        .find((word) => /support|info|sales|marketing|vertrieb/i.test(word))
        ?.toLowerCase();
      expect(await read(`Globex\t${name}\t48000\tLead\t${role}@globex.com`)).toEqual({
        ...{ associated_company: 'Globex', name, value: '48000', stage: 's1', associated_people: `${role}@globex.com` },
        ...{ rest: [], more: [] },
      });
    }
    expect(await read('Globex / Globex rollout / globex@globex.com / 48k')).toMatchObject({ name: 'Globex rollout' });
  });

  test('a person whose address is made of the name in another way', async () => {
    for (const local of ['joana.reis', 'joana', 'reis', 'jreis', 'reis.joana', 'j.reis', 'joanar', 'joana.reis2', 'joana+crm']) {
      expect(await read(`Globex / Renewal / Joana Reis / 48k / ${local}@globex.com`)).toMatchObject({
        ...{ associated_people: `Joana Reis <${local}@globex.com>`, name: 'Renewal', rest: [] },
      });
    }
    const others = [
      ['Jürgen Müller', 'juergen.mueller'],
      ['Prof. Dr. Jürgen Müller', 'jurgen.muller'],
      ['Kim van den Berg', 'kim.berg'],
      ['José García', 'jgarcia'],
    ];
    for (const [name, local] of others) {
      expect(await read(`Globex / Renewal / ${name} / 48k / ${local}@globex.com`)).toMatchObject({
        associated_people: `${name} <${local}@globex.com>`,
      });
    }
    expect(await read('Joana Reis, Head of Buying\nGlobex\njoana.reis@globex.com')).toMatchObject({
      ...{ associated_people: 'Joana Reis <joana.reis@globex.com>', associated_company: 'Globex', rest: ['Head of Buying'] },
    });
  });

  test('a person whom Attio knows by another name, which is told', async () => {
    expect(await read('Acme / Renewal / Bo Berg / bo@acme.com / 48k')).toMatchObject({
      ...{ associated_people: 'Bo Li', name: 'Renewal', rest: ['Bo Berg'] },
    });
    expect(await read('Contact: Jane Roe\nEmail: bo@acme.com')).toMatchObject({ associated_people: 'Bo Li', rest: ['Jane Roe'] });
    expect((await read('Acme / Renewal / bo li / bo@acme.com / 48k')).rest).toEqual([]);
  });

  test('a company that Attio knows, beside a site that it does not', async () => {
    expect(await read('Acme / Renewal / 48k / www.example.com')).toEqual({
      ...{ associated_company: 'Acme', name: 'Renewal', value: '48k', rest: ['www.example.com'], more: [] },
    });
    expect(await read('Initech / 48k / www.example.com')).toMatchObject({
      associated_company: 'example.com',
      name: 'Initech',
    });
    expect(await read('Company: www.example.com\nName: Acme')).toMatchObject({ associated_company: 'example.com' });
    expect(await read('Acme / 48k / acme.dev')).toMatchObject({ associated_company: 'Acme', rest: ['acme.dev'] });
  });

  test('an owner by name, and nobody who is none', async () => {
    expect(await read('From: Bo Li <bo@acme.com>\nTo: Ana Kovač <ana@northwind.com>\nSubject: hello')).toMatchObject({
      ...{ owner: 'Ana Kovač', associated_people: 'Bo Li' },
    });
    expect(await read('Company: Acme\nOwner: Tomás Ferreira (tomas@northwind.com)')).toMatchObject({ owner: 'Tomás Ferreira' });
    expect(await read('Company: Acme\nOwner: Tomás')).toMatchObject({ owner: 'Tomás Ferreira' });
    expect(await read('Company: Acme\nOwner: Somebody')).toMatchObject({ rest: ['Deal owner: Somebody'] });
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

describe('Where the company stands already', () => {
  const isFree = ({ slug }: Field) => slug !== 'associated_company';

  test('a text of nobody’s is the name', async () => {
    expect(await read('Pinned row\t5000\tLead', { isFree })).toEqual({
      ...{ name: 'Pinned row', value: '5000', stage: 's1', rest: [], more: [] },
    });
  });

  test('a company that is named with the deal is told as ever', async () => {
    const deal = { name: 'Rollout', value: '5000', rest: [] };
    expect(await read('Globex\tRollout\t5000', { isFree })).toMatchObject({ ...deal, associated_company: 'Globex' });
    expect(await read('Rollout\tAcme\t5000', { isFree })).toMatchObject({ ...deal, associated_company: 'Acme' });
    expect(await read('Acme\t5000', { isFree })).toMatchObject({ associated_company: 'Acme', value: '5000' });
  });

  test('a text stays the company’s where the name stands too', async () => {
    expect(await read('Pinned row\t5000', { isFree: () => false })).toMatchObject({ associated_company: 'Pinned row' });
  });
});

describe('Nothing is guessed:', () => {
  test('a text of which no piece says what it is may be a name', async () => {
    const isTelling = async (text: string) => (await dealOfText(text, fields, context)).isTelling;
    for (const text of ['Q4 / Renewal / EMEA', 'AC / DC']) expect(await isTelling(text)).toBe(false);
    for (const text of ['Q4 / Acme', 'Q4 / 48k', 'Q4 / Lead', 'Deal: Q4']) expect(await isTelling(text)).toBe(true);
  });

  test('what is not plain is left, and told', async () => {
    expect((await read('Acme / 20261130 / 48k / 50k')).rest).toEqual(['20261130', '50k']);
    expect((await read('Seats: many\nColour: red\nCompany: Acme\nStage: Unheard of')).rest).toEqual([
      'Colour: red',
      'Deal stage: Unheard of',
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
    expect(await read('Name\tCompany\n"The ""big"" one\nof May"\tAcme')).toMatchObject({ name: 'The "big" one of May' });
  });

  test('a document is no deal, and what nobody writes does no harm', async () => {
    for (const text of ['', '\t\t', '\n\n', '/', '"', '"\t"', 'a:'.repeat(9_000), '\u0000', '='.repeat(20_000)])
      expect((await read(text)).more).toBeInstanceOf(Array);
  });
});

test('beside an address of a company that Attio knows, a text by itself is what the deal is called', async () => {
  expect(await read('bo@acme.com / Annual licence / 48k')).toMatchObject({
    ...{ associated_company: 'Acme', associated_people: 'Bo Li', name: 'Annual licence', value: '48k', rest: [] },
  });
  // Two are a company and a deal, and so is one beside an address that says nothing of a company.
  expect(await read('Umbrella / Rollout / bo@acme.com')).toMatchObject({ associated_company: 'Umbrella', name: 'Rollout' });
  expect(await read('Umbrella / bo@gmail.com')).toMatchObject({ associated_company: 'Umbrella' });
});

test('what is said to be a certain field’s and means nothing there is told apart', async () => {
  const { unread } = await dealOfText('Company\tStage\tColour\nAcme\tUnheard of\tred', fields, context);
  expect(unread).toEqual([{ field: expect.objectContaining({ slug: 'stage' }), text: 'Unheard of' }]);
});

test('words before an address that are no person’s name are the deal’s, or are told', async () => {
  const deal = {
    associated_people: 'bo@globex.com',
    associated_company: 'globex.com',
    name: 'Renewal for Bo',
    rest: [],
    more: [],
  };
  expect(await read('Renewal for Bo <bo@globex.com>')).toEqual(deal);
  expect(await read('Renewal 2027 (bo@globex.com)')).toEqual({ ...deal, name: 'Renewal 2027' });
  expect(await read('Globex / Renewal for Bo <bo@globex.com> / 48k')).toEqual({
    ...deal,
    associated_company: 'Globex',
    value: '48k',
  });
  expect(await read('Renewal for Bo <bo@globex.com>\tGlobex\t48k')).toEqual({
    ...deal,
    associated_company: 'Globex',
    value: '48k',
  });
  expect(await read('Globex / Rollout / Renewal for Bo <bo@globex.com>')).toMatchObject({
    name: 'Rollout',
    rest: ['Renewal for Bo'],
  });
  expect((await read('Renewal for Bo <bo@acme.com>\nAcme')).rest).toEqual(['Renewal for Bo']);
  expect(await read('Bo Berg, Head of Buying <bo@globex.com>')).toMatchObject({
    ...{ associated_people: 'Bo Berg <bo@globex.com>', rest: ['Head of Buying'] },
  });
  // What is written as a name may be a person's of whose address nobody knows.
  expect(await read('Annual Support <bo@globex.com>')).toMatchObject({ associated_people: 'Annual Support <bo@globex.com>' });
  expect(await read('Annual Support <bo@acme.com>')).toMatchObject({ associated_people: 'Bo Li', rest: ['Annual Support'] });
  expect(await read('Kim van den Berg <kb7@globex.com>')).toMatchObject({
    associated_people: 'Kim van den Berg <kb7@globex.com>',
  });
});

test('headers of Attio, HubSpot, Salesforce and German exports', async () => {
  const row = { associated_company: 'Globex', associated_people: 'Joana Reis', name: 'Rollout', rest: [], more: [] };
  for (const [company, person] of [
    ['Associated Company', 'Associated Contact'],
    ['Associated Company (name)', 'Associated Contacts'],
    ['Associated company name', 'Associated people'],
  ])
    expect(await read(`${company}\t${person}\tDeal Name\nGlobex (12345678)\tJoana Reis\tRollout`)).toEqual(row);
  const api = { name: 'Rollout', stage: 's1', close_date: '2026-11-30', value: '48000', owner: 'Ana Kovač', rest: [], more: [] };
  for (const [company, owner] of [
    ['AccountName', 'OwnerName'],
    ['Account.Name', 'Owner.Name'],
  ]) {
    const header = ['Name', 'StageName', 'CloseDate', 'Amount', company, owner].join(',');
    expect(await read(`${header}\nRollout,Lead,2026-11-30,48000,Globex,Ana Kovač`)).toEqual({
      ...api,
      associated_company: 'Globex',
    });
  }
  expect((await read('Opportunity ID\tName\tAmount\n0065g00000\tRollout\t48k')).rest).toEqual(['Opportunity ID: 0065g00000']);
  for (const due of ['Erwartetes Abschlussdatum', 'Voraussichtliches Abschlussdatum'])
    expect(await read(`Firma: Globex\n${due}: 30.11.2026`, { locale: 'de-DE' })).toMatchObject({ close_date: '30.11.2026' });
});

test('a cell with a dash says nothing, and is not told', async () => {
  expect(await read('Company\tAmount\tStage\tColour\nGlobex\t-\t–\t—')).toEqual({
    ...{ associated_company: 'Globex', rest: [], more: [] },
  });
});

test('a name beside what is unique is told where Attio knows the record by another', async () => {
  for (const text of ['Annual Support <bo@acme.com>', 'Annual Support (acme.com)'])
    expect(await read(`Company: ${text}\nAmount: 48k`)).toMatchObject({ associated_company: 'Acme', rest: ['Annual Support'] });
  expect(await read('Company: Acme Inc. (acme.com)\nAmount: 48k')).toMatchObject({ associated_company: 'Acme', rest: [] });
  expect(await read('Contact: Jane Roe (bo@acme.com)\nAmount: 48k')).toMatchObject({
    associated_people: 'Bo Li',
    rest: ['Jane Roe'],
  });
});

test('a text in which a field is called by its name says so', async () => {
  const isTitled = async (text: string) => (await dealOfText(text, fields, context)).isTitled;
  for (const text of ['Deal name\tStage\nHdr1\tNegotiation', 'Deal name,Stage\nHdr1,Won ✅', 'Deal: Hdr1\nStage: Won'])
    expect([text, await isTitled(text)]).toEqual([text, true]);
  for (const text of ['Hdr1\tNegotiation', 'AC / DC', 'Colour: red']) expect([text, await isTitled(text)]).toEqual([text, false]);
});

test('a year beside names alone is no amount', async () => {
  expect(await dealOfText('Renewal / Globex / 2026', fields, context)).toMatchObject({ isTelling: false, rest: ['2026'] });
  expect(await read('Acme / Renewal / 2026')).toEqual({ associated_company: 'Acme', name: 'Renewal', rest: ['2026'], more: [] });
  for (const text of ['Acme / Renewal / 2026 / Lead', 'Acme\tRenewal\t2026'])
    expect(await read(text)).toMatchObject({ value: '2026' });
  for (const amount of ['2,026', '2026 EUR', '2026.00', '1989', '2101'])
    expect(await read(`Acme / Renewal / ${amount}`)).toMatchObject({ value: amount });
});

test('labelled lines of a second deal are a further row of the form', async () => {
  const first = { associated_company: 'Globex', name: 'Lab one', value: '5k', rest: [] };
  for (const between of ['\n', '\n---\n', '\n\n', '\n\n———\n\n'])
    expect(
      await read(`Company: Globex\nDeal name: Lab one\nAmount: 5k${between}company: Initech\nDeal name: Lab two\nAmount: 6k`),
    ).toEqual({ ...first, more: ['Initech · Lab two · 6k'] });
  expect(await read('Company: Globex\nDeal name: Lab one\nAmount: 5k\n---\nSent from my phone')).toEqual({
    ...{ ...first, rest: ['Sent from my phone'], more: [] },
  });
  expect(await read('Company: Globex\nContact: Jane Roe\nContact: Kim Berg')).toMatchObject({
    ...{ associated_people: 'Jane Roe, Kim Berg', more: [] },
  });
});

test('one line of labelled pieces, in which names keep their commas', async () => {
  const deal = { associated_company: 'Globex', name: 'X', value: '5k', rest: [], more: [] };
  for (const text of [
    'company = Globex; deal name = X; value = 5k',
    'Company: Globex, Deal: X, Amount: 5k',
    'Company: Globex | Deal: X | Amount: 5k',
  ])
    expect([text, await read(text)]).toEqual([text, deal]);
  expect(await read('Company: Globex, Inc., Deal: A; B, Amount: 5,000')).toEqual({
    ...{ ...deal, associated_company: 'Globex, Inc.', name: 'A; B', value: '5,000' },
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestClient, type TestClient } from '../test-client.ts';

let client: TestClient;
beforeAll(async () => {
  client = await startTestClient({ seed: 'empty' });
}, 60_000);
afterAll(() => client.close());

type Values = Record<string, unknown>;
const make = (object: string, values: Values) => client.ask('POST', `/v2/objects/${object}/records`, { data: { values } });
const company = (name: string, ...domains: string[]) => make('companies', { name, domains });
const person = (first: string, last: string, values: Values = {}) =>
  make('people', { name: { first_name: first, last_name: last, full_name: `${first} ${last}`.trim() }, ...values });

async function search(query: string, objects = ['people', 'companies']): Promise<string[]> {
  const body = { query, objects, request_as: { type: 'workspace' } };
  const { status, body: answer } = await client.ask('POST', '/v2/objects/records/search', body);
  expect(status).toBe(200);
  return (answer as { data: { record_text: string }[] }).data.map((hit) => hit.record_text);
}

/** Everything one typing error makes of a word; written apart from the product's own list of them. */
function oneEdit(word: string, kind: number, at: number, letter: string): string {
  const [before, here, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)];
  if (kind === 0) return before + letter + here + after;
  if (kind === 1) return before + after;
  if (kind === 2) return before + letter + after;
  return before + after.slice(0, 1) + here + after.slice(1);
}

describe('a mistyped word', () => {
  const names = ['Blumenthal', 'Katzenberg', 'Oyelaran', 'Pietrzak', 'Quispe', 'Vanterpool', 'Wexford'];
  beforeAll(async () => {
    for (const name of names) await company(`${name} Holding`);
  }, 60_000);

  it('finds the record all the same, wherever the one error is', async () => {
    const edit = fc.record({
      name: fc.constantFrom(...names),
      kind: fc.integer({ min: 0, max: 3 }),
      at: fc.nat(),
      letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
    });
    await fc.assert(
      fc.asyncProperty(edit, async ({ name, kind, at, letter }) => {
        const word = name.toLowerCase();
        const query = oneEdit(word, kind, at % word.length, letter);
        expect(await search(query)).toContain(`${name} Holding`);
        expect(await search(`holding ${query}`)).toContain(`${name} Holding`);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('may be the unfinished one', async () => {
    expect(await search('holding katsenb')).toContain('Katzenberg Holding');
  });

  it('with two errors finds nothing, nor does a short one or a number', async () => {
    await company('Axo');
    await person('Nu', 'Meral', { phone_numbers: ['+12125550123'] });
    expect(await search('blumnetahl')).toEqual([]);
    expect(await search('axi')).toEqual([]);
    expect(await search('12125560123')).toEqual([]);
  });

  it('is told from the words of other scripts too', async () => {
    await person('Екатерина', 'Соколова');
    await person('Ελένη', 'Παπαδοπούλου');
    expect(await search('сокалова')).toEqual(['Екатерина Соколова']);
    expect(await search('παπαδοπουλο')).toEqual(['Ελένη Παπαδοπούλου']);
  });
});

describe('the order of hits', () => {
  it('is the word itself, what begins with it, what it may have been meant for; names before addresses', async () => {
    await person('Zed', 'Marlowe', { email_addresses: ['falkor@zed.com'] });
    await company('Falkon');
    await company('Falkorama');
    await company('Falkor');
    expect(await search('falkor')).toEqual(['Falkor', 'Falkorama', 'Zed Marlowe', 'Falkon']);
  });

  it('puts a finished first word before one that merely begins like it', async () => {
    await person('Jo', 'Hartmann');
    await person('Joanna', 'Hartlieb');
    expect(await search('jo hart')).toEqual(['Jo Hartmann', 'Joanna Hartlieb']);
  });

  it('is newest first among equals', async () => {
    await person('Gil', 'Older');
    await person('Gil', 'Newer');
    expect(await search('gil')).toEqual(['Gil Newer', 'Gil Older']);
  });
});

describe('words are found', () => {
  it.each([
    [
      'tanaka',
      'in the middle of an address',
      async () => person('Io', 'Sol', { email_addresses: ['info@mail.tanaka-works.com'] }),
      'Io Sol',
    ],
    ['obrien', 'without their apostrophe', async () => person('Una', "O'Brien"), "Una O'Brien"],
    ['jiwoo', 'without their hyphen', async () => person('Ji-woo', 'Kang'), 'Ji-woo Kang'],
    ['strasse', 'with ß as ss', async () => company('Straße am Wald'), 'Straße am Wald'],
    ['odegard', 'with plain letters for Ø and å', async () => person('Liv', 'Ødegård'), 'Liv Ødegård'],
    ['山本', 'inside a text without spaces', async () => company('株式会社山本製作所'), '株式会社山本製作所'],
    ['김민', 'as the beginning of a Korean name', async () => person('김민준', ''), '김민준'],
    ['अनन्या', 'with the vowel signs of their script', async () => person('अनन्या', 'शर्मा'), 'अनन्या शर्मा'],
    [
      '5559',
      'in the middle of a phone number',
      async () => person('Ada', 'Fone', { phone_numbers: ['+13125559876'] }),
      'Ada Fone',
    ],
    ['adafone', 'in the address of a profile', async () => person('Ada', 'Social', { twitter: 'adafone' }), 'Ada Social'],
  ])('"%s": %s', async (query, _where, prepare, expected) => {
    expect((await prepare()).status).toBe(200);
    expect(await search(query)).toContain(expected);
  });

  it('only if every one of them fits', async () => {
    expect(await search('katzenberg wexford')).toEqual([]);
  });

  it('no longer once the record is gone', async () => {
    const { body } = await company('Ephemera');
    const { id } = (body as { data: { id: { record_id: string } } }).data;
    expect(await search('ephemera')).toEqual(['Ephemera']);
    await client.ask('DELETE', `/v2/objects/companies/records/${id.record_id}`);
    expect(await search('ephemera')).toEqual([]);
    expect(await search('ephemrea')).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestClient, type TestClient } from '../test-client.ts';

const long = `Über ${'x'.repeat(300)} the ENd`;
const emoji = `${'😀'.repeat(120)} tail`;
const names = ['alpha', 'Beta', 'ÉCLAIR', 'a', long, emoji, '%_'];

let client: TestClient;
beforeAll(async () => {
  client = await startTestClient({ seed: 'empty' });
  for (const [index, name] of names.entries()) {
    await client.ask('POST', '/v2/objects/companies/records', { data: { values: { name, domains: [`d${index}.mail.co.uk`] } } });
  }
  await client.ask('POST', '/v2/objects/companies/records', { data: { values: { domains: ['nameless.com'] } } });
}, 60_000);
afterAll(() => client.close());

type Company = { values: { name: { value: string }[]; domains: { domain: string }[] } };
async function query(body: Record<string, unknown>): Promise<string[]> {
  const answer = await client.ask('POST', '/v2/objects/companies/records/query', body);
  expect(answer.status).toBe(200);
  return (answer.body as { data: Company[] }).data.map(({ values }) => values.name[0]?.value ?? '');
}
const folded = (name: string) => name.toLowerCase();

describe('filters for a part of a text agree with the text itself', () => {
  const parts = [
    'a',
    'AL',
    'éc',
    'über x',
    'the end',
    'END',
    '😀 tail',
    '😀',
    'xxx',
    '%',
    '_',
    'tail',
    'zzz',
    folded(long),
    'x'.repeat(250),
  ];
  it.each(parts)('"%s"', async (part) => {
    const wanted = (test: (name: string, part: string) => boolean) =>
      names.filter((name) => test(folded(name), folded(part))).reverse();
    expect(await query({ filter: { name: { $contains: part } } })).toEqual(wanted((name, text) => name.includes(text)));
    expect(await query({ filter: { name: { $starts_with: part } } })).toEqual(wanted((name, text) => name.startsWith(text)));
    expect(await query({ filter: { name: { $ends_with: part } } })).toEqual(wanted((name, text) => name.endsWith(text)));
  });

  it('also of a part of a domain', async () => {
    expect(await query({ filter: { domains: { root_domain: 'mail.co.uk' } } })).toHaveLength(names.length);
    expect(await query({ filter: { domains: { root_domain: { $starts_with: 'd1' } } } })).toEqual([]);
    expect(await query({ filter: { domains: { root_domain: { $ends_with: 'LESS.com' } } } })).toEqual(['']);
    expect(await query({ filter: { domains: { domain: { $contains: 'd1.' } } } })).toEqual(['Beta']);
  });

  it('and either of two', async () => {
    const filter = {
      $or: [{ name: 'alpha' }, { domains: 'd1.mail.co.uk' }, { $and: [{ name: 'a' }, { domains: 'd3.mail.co.uk' }] }],
    };
    expect(await query({ filter })).toEqual(['a', 'Beta', 'alpha']);
    expect(await query({ filter: { $or: [{ name: 'alpha' }, { $not: { name: { $contains: 'a' } } }] } })).toContain('%_');
  });
});

describe('a full name that is not made of the other two', () => {
  it('is found by each of them, and by itself', async () => {
    const name = { first_name: 'Rosalind', last_name: 'Thorne', full_name: 'R. T. Elsewhere' };
    await client.ask('POST', '/v2/objects/people/records', { data: { values: { name } } });
    const count = async (filter: Record<string, unknown>) =>
      ((await client.ask('POST', '/v2/objects/people/records/query', { filter: { name: filter } })).body as { data: unknown[] })
        .data.length;
    for (const filter of [
      { first_name: 'Rosalind' },
      { last_name: { $contains: 'HORN' } },
      { full_name: { $ends_with: 'elsewhere' } },
      { full_name: { $starts_with: 'r. t. elsewhere' } },
    ])
      expect(await count(filter)).toBe(1);
    for (const filter of [
      { first_name: 'rosalind' },
      { first_name: 'Elsewhere' },
      { full_name: { $contains: 'thorne' } },
      { full_name: { $starts_with: 'Rosalind' } },
    ])
      expect(await count(filter)).toBe(0);
  });
});

describe('a list sorted by name', () => {
  const sorts = (direction: string) => [{ attribute: 'name', direction }];
  const ascending = ['%_', 'a', 'alpha', 'Beta', 'ÉCLAIR', long, emoji];

  it('ignores case, and ends with those that have none, in both directions', async () => {
    expect(await query({ sorts: sorts('asc') })).toEqual([...ascending, '']);
    expect(await query({ sorts: sorts('desc') })).toEqual([...ascending.toReversed(), '']);
  });

  it('comes in pages, and is the same when a filter lets everything through', async () => {
    const pages = await Promise.all([0, 3, 6, 9].map((offset) => query({ sorts: sorts('asc'), limit: 3, offset })));
    expect(pages.flat()).toEqual([...ascending, '']);
    const everything = { $not: { name: 'nobody' } };
    expect(await query({ sorts: sorts('asc'), filter: everything })).toEqual([...ascending, '']);
  });
});

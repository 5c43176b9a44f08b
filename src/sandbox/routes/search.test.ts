import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestClient, type TestClient } from '../test-client.ts';

type Hit = { record_text: string; object_slug: string; email_addresses?: string[]; phone_numbers?: string[]; domains?: string[] };

let client: TestClient;
beforeAll(async () => {
  client = await startTestClient();
  const values = { name: { first_name: 'Zoë', last_name: 'Çelik', full_name: 'Zoë Çelik' }, phone_numbers: ['+905321234567'] };
  await client.ask('POST', '/v2/objects/people/records', { data: { values } });
});
afterAll(() => client.close());

const workspace = { type: 'workspace' };
async function search(query: string, objects = ['people', 'companies', 'deals'], client_ = client): Promise<Hit[]> {
  const { status, body } = await client_.ask('POST', '/v2/objects/records/search', { query, objects, request_as: workspace });
  expect(status).toBe(200);
  return (body as { data: Hit[] }).data;
}
const texts = (hits: Hit[]) => hits.map((hit) => hit.record_text);

describe('search finds', () => {
  it.each([
    ['zoe celik', 'Zoë Çelik'],
    ['ÇEL', 'Zoë Çelik'],
    ['celik zoe', 'Zoë Çelik'],
    ['joana@globex.com', 'Joana Reis'],
    ['joana glob', 'Joana Reis'],
    ['globex.com', 'Globex'],
    ['532123', 'Zoë Çelik'],
    ['+90 532', 'Zoë Çelik'],
  ])('"%s": %s', async (query, expected) => {
    expect(texts(await search(query))).toContain(expected);
  });

  it('people with plain addresses and numbers, companies with plain domains', async () => {
    const [person] = await search('bo@globex.com', ['people']);
    expect(person).toEqual({
      id: expect.objectContaining({ record_id: expect.any(String) }),
      record_text: 'Bo Li',
      record_image: null,
      object_slug: 'people',
      email_addresses: ['bo@globex.com'],
      phone_numbers: [expect.stringMatching(/^\+1/)],
    });
    expect(await search('globex', ['companies'])).toMatchObject([{ object_slug: 'companies', domains: ['globex.com'] }]);
  });

  it('deals by their name only, and not by their custom texts', async () => {
    const values = { name: 'Zanzibar', next_step: 'Quokka', stage: 'Lead', owner: 'ana@northwind.com' };
    await client.ask('POST', '/v2/objects/deals/records', { data: { values } });
    expect(texts(await search('zanzi'))).toEqual(['Zanzibar']);
    expect(await search('quokka')).toEqual([]);
  });

  it('only in the objects asked for, at most twenty-five, and something for an empty query', async () => {
    expect((await search('globex', ['people'])).every((hit) => hit.object_slug === 'people')).toBe(true);
    expect(await search('a')).toHaveLength(25);
    expect(await search('', ['companies'])).toHaveLength(25);
    const body = { query: 'a', objects: ['people'], limit: 3, request_as: workspace };
    const limited = await client.ask('POST', '/v2/objects/records/search', body);
    expect((limited.body as { data: Hit[] }).data).toHaveLength(3);
  });

  it('nothing for signs and for quotes, and does not choke on them', async () => {
    for (const query of ['"', "'; DROP TABLE records; --", '*', 'NOT', '()', '^:'])
      expect(await search(query)).toEqual(expect.any(Array));
    expect(await search('!!!')).toEqual([]);
  });

  it('a change of name, and no longer the old one', async () => {
    const values = { name: 'Oldname', stage: 'Lead', owner: 'ana@northwind.com' };
    const { body } = await client.ask('POST', '/v2/objects/deals/records', { data: { values } });
    const id = (body as { data: { id: { record_id: string } } }).data.id.record_id;
    await client.ask('PATCH', `/v2/objects/deals/records/${id}`, { data: { values: { name: 'Newname' } } });
    expect(texts(await search('newname'))).toEqual(['Newname']);
    expect(await search('oldname')).toEqual([]);
  });
});

describe('search refuses', () => {
  it.each<[string, unknown, string]>([
    ['a missing request_as', { query: 'a', objects: ['people'] }, 'validation_type'],
    [
      'a request_as without a member',
      { query: 'a', objects: ['people'], request_as: { type: 'workspace-member' } },
      'validation_type',
    ],
    [
      'an unknown member',
      { query: 'a', objects: ['people'], request_as: { type: 'workspace-member', email_address: 'no@body.com' } },
      'value_not_found',
    ],
    ['no objects', { query: 'a', objects: [], request_as: workspace }, 'validation_type'],
    ['an unknown object', { query: 'a', objects: ['foobar'], request_as: workspace }, 'value_not_found'],
    ['a query of 257 characters', { query: 'a'.repeat(257), objects: ['people'], request_as: workspace }, 'validation_type'],
    ['a limit of 26', { query: 'a', objects: ['people'], limit: 26, request_as: workspace }, 'validation_type'],
  ])('%s', async (_case, body, code) => {
    const answer = await client.ask('POST', '/v2/objects/records/search', body);
    expect([answer.status, answer.body]).toMatchObject([400, { code }]);
  });

  it('a missing request_as exactly as recorded', async () => {
    const { body } = await client.ask('POST', '/v2/objects/records/search', {
      query: 'a',
      objects: ['people', 'companies'],
      limit: 5,
    });
    expect(body).toEqual({
      status_code: 400,
      type: 'invalid_request_error',
      code: 'validation_type',
      message: 'Body payload validation error.',
      validation_errors: [{ code: 'invalid', path: ['request_as'], message: 'Invalid input' }],
    });
  });
});

describe('search that lags', () => {
  it('learns of a record and of its new name only after a while, while query knows it at once', async () => {
    const slow = await startTestClient({ seed: 'empty', searchLagMs: 1_000 });
    try {
      const values = { name: 'Latecomer', stage: 'Lead', owner: 'ana@northwind.com' };
      const made = await slow.ask('POST', '/v2/objects/deals/records', { data: { values } });
      const { body } = await slow.ask('POST', '/v2/objects/deals/records/query', { filter: { name: 'Latecomer' } });
      expect((body as { data: unknown[] }).data).toHaveLength(1);
      expect(await search('latecomer', ['deals'], slow)).toEqual([]);
      await expect.poll(() => search('latecomer', ['deals'], slow), { timeout: 10_000 }).toHaveLength(1);

      const { record_id } = (made.body as { data: { id: { record_id: string } } }).data.id;
      const path = `/v2/objects/deals/records/${record_id}`;
      await slow.ask('PATCH', path, { data: { values: { name: 'Renamed' } } });
      expect(await search('latecomer', ['deals'], slow)).toHaveLength(1);
      await expect.poll(() => search('renamed', ['deals'], slow), { timeout: 10_000 }).toHaveLength(1);
      expect(await search('latecomer', ['deals'], slow)).toEqual([]);
      // What is gone has nothing to be answered with.
      await slow.ask('DELETE', path);
      expect(await search('renamed', ['deals'], slow)).toEqual([]);
    } finally {
      await slow.close();
    }
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { lookupSchema, type Suggestion } from '../../contract/lookup.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { type DealStack, signedInRep, startDealStack } from '../testing/deal-stack.ts';
import { answerJson, attioError } from '../testing/fault-proxy.ts';
import type { Rep } from '../testing/rep.ts';

let stack: DealStack;
let rep: Rep;

beforeAll(async () => {
  stack = await startDealStack(startSandbox);
  ({ rep } = await signedInRep(stack.server.url));
});
afterEach(() => stack.proxy.faults.clear());
afterAll(() => stack?.close());

async function suggest(kind: string, query: Record<string, string> = {}): Promise<Suggestion[]> {
  const answer = await rep.call(`/api/lookup/${kind}?${new URLSearchParams(query)}`);
  expect(answer.status).toBe(200);
  return lookupSchema.parse(answer.json).suggestions;
}

/** Puts a record into the workspace behind the server's back. */
async function create(object: string, values: Record<string, unknown>): Promise<string> {
  const { authorization = '' } = stack.proxy.arrived.findLast((one) => one.authorization) ?? {};
  const answer = await fetch(`${stack.sandbox.url}/v2/objects/${object}/records`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ data: { values } }),
  });
  const { data } = (await answer.json()) as { data: { id: { record_id: string } } };
  return data.id.record_id;
}

describe('Looking up', () => {
  test('several objects offers those of each in turn, and all of them where none is named', async () => {
    const named = await suggest('records', { object: 'companies,people', query: 'a' });
    expect(named.slice(0, 2).map(({ object }) => object)).toEqual(['companies', 'people']);
    const any = new Set((await suggest('records')).map(({ object }) => object));
    expect([...any]).toEqual(expect.arrayContaining(['companies', 'people']));
    expect((await suggest('records', { object: 'people,unheard_of', query: 'a' })).length).toBeGreaterThan(0);
  });

  test('without a text offers the newest ten', async () => {
    const id = await create('companies', { name: 'Newest of all', domains: ['newest-of-all.com'] });
    const companies = await suggest('companies');
    expect(companies).toHaveLength(10);
    expect(companies[0]).toEqual({
      id,
      object: 'companies',
      name: 'Newest of all',
      details: ['newest-of-all.com'],
      related: false,
    });
  });

  test('by a text finds people, as the rep may see them, with what tells namesakes apart', async () => {
    const email = 'zora.quill@namesake-one.com';
    const id = await create('people', { name: 'Quill, Zora', email_addresses: [email] });
    const other = await create('people', { name: 'Quill, Zora', email_addresses: ['zora.quill@namesake-two.com'] });
    const people = await suggest('people', { query: 'zora quill' });
    expect(people.map((person) => person.id).sort()).toEqual([id, other].sort());
    expect(people.find((person) => person.id === id)).toMatchObject({ name: 'Zora Quill', details: [email] });
    const search = stack.proxy.arrived.findLast(({ line }) => line === 'POST /v2/objects/records/search');
    expect(JSON.parse(search?.body ?? '')).toMatchObject({
      limit: 25,
      objects: ['people'],
      request_as: { type: 'workspace-member' },
    });
  });

  test('a person offers those of the chosen company first, and marks them', async () => {
    const company = await create('companies', { name: 'Related Inc', domains: ['related-inc.com'] });
    const one = await create('people', {
      name: 'One, Rita',
      company: [{ target_object: 'companies', target_record_id: company }],
    });
    const two = await create('people', {
      name: 'Two, Anselm',
      company: [{ target_object: 'companies', target_record_id: company }],
    });
    const all = await suggest('people', { company });
    expect(
      all
        .filter(({ related }) => related)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([one, two].sort());
    expect(all.slice(0, 2).every(({ related }) => related)).toBe(true);
    const narrowed = await suggest('people', { company, query: 'rit' });
    expect(narrowed[0]).toMatchObject({ id: one, related: true });
    expect(narrowed.some(({ id }) => id === two)).toBe(false);
    const asked = stack.proxy.arrived.filter(({ body }) => body.includes(company) && body.includes('"filter"'));
    expect(asked).toHaveLength(1);
  });

  test('by an exact e-mail address or domain finds the record that search does not know yet', async () => {
    stack.proxy.faults.set('POST /v2/objects/records/search', answerJson(200, { data: [] }));
    const person = await create('people', { name: 'Fresh, Ina', email_addresses: ['ina@brand-new.com'] });
    const company = await create('companies', { name: 'Brand Newer', domains: ['brand-newer.com'] });
    expect((await suggest('people', { query: 'Ina@Brand-New.com' })).map(({ id }) => id)).toEqual([person]);
    for (const query of ['brand-newer.com', 'https://www.brand-newer.com/about?x=1']) {
      expect((await suggest('companies', { query })).map(({ id }) => id)).toEqual([company]);
    }
  });

  test('by object serves references to any of them', async () => {
    expect((await suggest('records', { object: 'companies' }))[0]).toMatchObject({ object: 'companies' });
  });

  test('passes an odd answer of Attio’s on as far as it makes sense', async () => {
    const record_id = randomUUID();
    stack.proxy.faults.set(
      'POST /v2/objects/people/records/query',
      answerJson(200, { data: [{ id: { record_id }, values: { name: 'x' } }] }),
    );
    expect(await suggest('people')).toEqual([
      { id: record_id, object: 'people', name: record_id.slice(0, 8), details: [], related: false },
    ]);
  });

  test.each([
    ['people?query=a&query=b', 422, 'invalid_request'],
    ['people?queri=a', 422, 'invalid_request'],
    [`people?query=${'x'.repeat(257)}`, 422, 'invalid_request'],
    ['people?company=1', 422, 'invalid_request'],
    ['people?query=a%00b', 422, 'invalid_request'],
    ['companies?query=x%00.com', 422, 'invalid_request'],
    ['records?object=people&query=%E2%80%AE', 422, 'invalid_request'],
    ['people?query=%E0%A4%A', 400, 'malformed_request'],
    ['records?object=../self', 422, 'invalid_request'],
    ['records?object=unheard_of&query=a', 422, 'unknown_object'],
    ['records?object=unheard_of', 422, 'unknown_object'],
  ])('%s is refused', async (address, status, code) => {
    const answer = await rep.call(`/api/lookup/${address}`);
    expect([answer.status, answer.json]).toMatchObject([status, { code }]);
  });

  test('says of companies that are switched off that they are, and not the deals', async () => {
    const off = attioError(400, 'standard_object_disabled', 'The Standard object must be enabled.');
    for (const line of ['POST /v2/objects/companies/records/query', 'POST /v2/objects/records/search'])
      stack.proxy.faults.set(line, off);
    const { json } = await rep.call('/api/lookup/companies?query=glo');
    expect(json).toMatchObject({ status: 403, code: 'object_disabled' });
  });

  test('asks once more when a live token draws a stray 401, and then counts Attio as busy; the session goes on', async () => {
    const line = 'POST /v2/objects/people/records/query';
    const stray = attioError(401, 'unauthorized', 'The API Key provided could not be found.');
    stack.proxy.faults.set(line, (response, forward, body) => {
      stack.proxy.faults.delete(line);
      return stray(response, forward, body);
    });
    expect((await suggest('people')).length).toBeGreaterThan(0);
    stack.proxy.faults.set(line, stray);
    expect((await rep.call('/api/lookup/people')).json).toMatchObject({ status: 503, code: 'attio_busy' });
    expect((await rep.call('/api/session')).status).toBe(200);
  });

  test('says when Attio is busy or away', async () => {
    stack.proxy.faults.set('POST /v2/objects/records/search', attioError(429, 'rate_limit_exceeded', 'Slow down'));
    const busy = await rep.call('/api/lookup/people?query=a');
    expect([busy.status, busy.headers['retry-after'], busy.json]).toMatchObject([503, '1', { code: 'attio_busy' }]);
    stack.proxy.faults.set('POST /v2/objects/records/search', (response) => void response.destroy());
    expect((await rep.call('/api/lookup/people?query=a')).json).toMatchObject({ code: 'attio_unreachable' });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, startTestClient, type TestClient } from '../test-client.ts';

type Value = { active_from: string; active_until: string | null } & Record<string, unknown>;

let client: TestClient;
let dealId: string;
const dealPath = (rest = '') => `/v2/objects/deals/records/${dealId}${rest}`;
const patch = (values: unknown) => client.ask('PATCH', dealPath(), { data: { values } });
const overwrite = (values: unknown) => client.ask('PUT', dealPath(), { data: { values } });
const valuesOf = (slug: string, query = '') => client.ask('GET', dealPath(`/attributes/${slug}/values${query}`));
const dataOf = (answer: Answer) => (answer.body as { data: Value[] }).data;

beforeAll(async () => {
  client = await startTestClient();
  const values = { name: 'First', stage: 'Lead', owner: 'ana@northwind.com', products: ['Platform'] };
  const { body } = await client.ask('POST', '/v2/objects/deals/records', { data: { values } });
  dealId = (body as { data: { id: { record_id: string } } }).data.id.record_id;
  await patch({ name: 'Second', stage: 'In Progress' });
  await patch({ name: 'Third', stage: 'Won 🎉', products: ['Support'] });
  await overwrite({ products: ['Support', 'Training'] });
});
afterAll(() => client.close());

describe('the values of an attribute', () => {
  it('are the active ones unless their history is asked for', async () => {
    const answer = await valuesOf('name');
    expect(answer.status).toBe(200);
    expect(dataOf(answer)).toMatchObject([{ value: 'Third', active_until: null, attribute_type: 'text' }]);
    expect(dataOf(await valuesOf('name', '?show_historic=false'))).toEqual(dataOf(answer));
  });

  it('read exactly as in the record itself', async () => {
    const { body } = await client.ask('GET', dealPath());
    const { values } = (body as { data: { values: Record<string, Value[]> } }).data;
    for (const [slug, held] of Object.entries(values)) expect(dataOf(await valuesOf(slug)), slug).toEqual(held);
  });

  it('come oldest first with their history, each ending where the next one begins', async () => {
    const history = dataOf(await valuesOf('name', '?show_historic=true'));
    expect(history.map(({ value }) => value)).toEqual(['First', 'Second', 'Third']);
    expect(history.map(({ active_until }) => active_until)).toEqual([history[1]?.active_from, history[2]?.active_from, null]);
    expect(Object.keys(history[0] ?? {})).toEqual(['active_from', 'active_until', 'created_by_actor', 'value', 'attribute_type']);
    const stages = dataOf(await valuesOf('stage', '?show_historic=true'));
    expect(stages).toMatchObject(['Lead', 'In Progress', 'Won 🎉'].map((title) => ({ status: { title } })));
  });

  it('of a multiselect end one by one', async () => {
    const products = dataOf(await valuesOf('products', '?show_historic=true'));
    const said = products.map(({ option, active_until }) => [(option as { title: string }).title, active_until !== null]);
    expect(new Map(said as [string, boolean][])).toEqual(
      new Map([
        ['Platform', true],
        ['Support', false],
        ['Training', false],
      ]),
    );
  });

  it('are paged', async () => {
    const page = dataOf(await valuesOf('name', '?show_historic=true&limit=1&offset=1'));
    expect(page).toMatchObject([{ value: 'Second' }]);
    for (const query of ['?limit=x', '?offset=-1', '?limit=1.5', '?show_historic=maybe'])
      expect((await valuesOf('name', query)).status, query).toBe(400);
  });

  it('kept on the record itself have no past but themselves', async () => {
    for (const slug of ['record_id', 'created_at', 'created_by'])
      expect(dataOf(await valuesOf(slug, '?show_historic=true')), slug).toMatchObject([{ active_until: null }]);
  });

  it.each([
    ['last_interaction', 'Cannot set show_historic param to true when querying a COMINT attribute.'],
    ['strongest_connection_strength', 'Cannot set show_historic param to true when querying a COMINT attribute.'],
    ['logo_url', 'Cannot set show_historic param to true when querying an enriched attribute.'],
  ])('of %s have no history to ask for', async (slug, message) => {
    const { body } = await client.ask('POST', '/v2/objects/companies/records/query', { limit: 1 });
    const id = (body as { data: { id: { record_id: string } }[] }).data[0]?.id.record_id;
    const path = `/v2/objects/companies/records/${id}/attributes/${slug}/values`;
    const refused = await client.ask('GET', `${path}?show_historic=true`);
    expect(refused.body).toEqual({ status_code: 400, type: 'invalid_request_error', code: 'validation_type', message });
    expect((await client.ask('GET', path)).body).toEqual({ data: [] });
  });

  it('need an object, a record and an attribute that are there', async () => {
    const missing = '00000000-0000-4000-8000-000000000000';
    const answers = [
      await client.ask('GET', `/v2/objects/nothings/records/${dealId}/attributes/name/values`),
      await client.ask('GET', `/v2/objects/people/records/${dealId}/attributes/name/values`),
      await client.ask('GET', `/v2/objects/deals/records/${missing}/attributes/name/values`),
      await valuesOf('my-attribute'),
    ];
    expect(answers.map(({ status, body }) => [status, (body as { message: string }).message])).toEqual([
      [404, 'Object with slug/ID "nothings" not found.'],
      [404, `Record with ID "${dealId}" not found.`],
      [404, `Record with ID "${missing}" not found.`],
      [404, 'Attribute with slug/ID "my-attribute" not found.'],
    ]);
  });
});

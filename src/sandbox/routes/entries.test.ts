import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, startTestClient, type TestClient } from '../test-client.ts';

type Value = Record<string, unknown> & { active_from: string };
type Entry = {
  id: { workspace_id: string; list_id: string; entry_id: string };
  parent_record_id: string;
  parent_object: string;
  created_at: string;
  entry_values: Record<string, Value[]>;
};

const LIST = '/v2/lists/pipeline';
const MISSING = '00000000-0000-4000-8000-000000000000';
let client: TestClient;
let companies: { id: string; name: string }[] = [];
let person = '';

const dataOf = <Data = Entry>(answer: Answer) => {
  expect(answer.status, answer.text).toBe(200);
  return (answer.body as { data: Data }).data;
};
const body = (parent: string, entry_values: Record<string, unknown> = {}) => ({
  data: { parent_record_id: parent, parent_object: 'companies', entry_values },
});
const company = (index: number) => companies[index]?.id ?? '';
const add = async (parent: string, values: Record<string, unknown> = {}) =>
  dataOf(await client.ask('POST', `${LIST}/entries`, body(parent, values)));
const query = async (asked: unknown) => dataOf<Entry[]>(await client.ask('POST', `${LIST}/entries/query`, asked));
const titles = (entry: Entry, slug: string) => entry.entry_values[slug]?.map(({ option }) => (option as { title: string }).title);
const refusal = async (method: string, path: string, asked?: unknown) => {
  const answer = await client.ask(method, path, asked);
  const { status_code, type, code, message } = answer.body as Record<string, unknown>;
  expect([answer.status, type]).toEqual([status_code, 'invalid_request_error']);
  return [answer.status, code, message];
};
const attribute = (api_slug: string, type: string, changes: Record<string, unknown> = {}) =>
  client.ask('POST', `${LIST}/attributes`, {
    data: {
      title: api_slug,
      description: null,
      api_slug,
      type,
      is_required: false,
      is_unique: false,
      is_multiselect: false,
      config: {},
      ...changes,
    },
  });

beforeAll(async () => {
  client = await startTestClient();
  const found = await client.ask('POST', '/v2/objects/companies/records/query', { limit: 12 });
  companies = dataOf<{ id: { record_id: string }; values: { name: { value: string }[] } }[]>(found).map(({ id, values }) => ({
    id: id.record_id,
    name: values.name[0]?.value ?? '',
  }));
  const people = await client.ask('POST', '/v2/objects/people/records/query', { limit: 1 });
  person = dataOf<{ id: { record_id: string } }[]>(people)[0]?.id.record_id ?? '';
  const access = { workspace_access: 'full-access', workspace_member_access: [] };
  const list = { name: 'Pipeline', api_slug: 'pipeline', parent_object: 'companies', ...access };
  await client.ask('POST', '/v2/lists', { data: list });
  await attribute('stage', 'status');
  for (const title of ['New', 'Talking', 'Done'])
    await client.ask('POST', `${LIST}/attributes/stage/statuses`, { data: { title } });
  await attribute('tags', 'select', { is_multiselect: true });
  for (const title of ['a', 'b', 'c']) await client.ask('POST', `${LIST}/attributes/tags/options`, { data: { title } });
  await attribute('budget', 'number');
  await attribute('contact', 'record-reference', { config: { record_reference: { allowed_objects: ['people'] } } });
  await attribute('code', 'text', { is_unique: true });
  await attribute('source', 'text', { default_value: { type: 'static', template: [{ value: 'web' }] } });
}, 60_000);
afterAll(() => client.close());

describe('an entry', () => {
  it('is made with the keys of the official document and every attribute of its list', async () => {
    const entry = await add(company(0), { stage: 'New', tags: ['a', 'b'] });
    expect(Object.keys(entry)).toEqual(['id', 'parent_record_id', 'parent_object', 'created_at', 'entry_values']);
    expect(Object.keys(entry.id)).toEqual(['workspace_id', 'list_id', 'entry_id']);
    expect(entry).toMatchObject({ parent_record_id: company(0), parent_object: 'companies' });
    expect(entry.entry_values).toMatchObject({
      entry_id: [{ value: entry.id.entry_id, attribute_type: 'text' }],
      created_at: [{ value: entry.created_at, attribute_type: 'timestamp' }],
      created_by: [{ referenced_actor_type: 'api-token', attribute_type: 'actor-reference' }],
      stage: [
        { status: { title: 'New', id: { object_id: entry.id.list_id } }, active_from: entry.created_at, active_until: null },
      ],
      budget: [],
      contact: [],
      code: [],
      source: [{ value: 'web' }],
    });
    expect(titles(entry, 'tags')).toEqual(['a', 'b']);
    expect(dataOf(await client.ask('GET', `${LIST}/entries/${entry.id.entry_id}`))).toEqual(entry);
  });

  it('may be one of several of its record, and its values may be keyed by attribute id', async () => {
    const stage = await client.ask('GET', `${LIST}/attributes/stage`);
    const { attribute_id } = dataOf<{ id: { attribute_id: string } }>(stage).id;
    const first = await add(company(1), { [attribute_id]: [{ status: 'Talking' }] });
    const second = await add(company(1));
    expect(first.entry_values.stage).toMatchObject([{ status: { title: 'Talking' } }]);
    expect(second.id.entry_id).not.toBe(first.id.entry_id);
  });

  it('is asserted by its record: made, then changed with multiselects replaced, and refused when there are two', async () => {
    const assert = (values: Record<string, unknown>) => client.ask('PUT', `${LIST}/entries`, body(company(2), values));
    const made = dataOf(await assert({ stage: 'New', tags: ['a', 'b'], budget: 5 }));
    const changed = dataOf(await assert({ tags: ['c'] }));
    expect(changed.id).toEqual(made.id);
    expect(titles(changed, 'tags')).toEqual(['c']);
    expect(changed.entry_values).toMatchObject({ stage: [{ status: { title: 'New' } }], budget: [{ value: 5 }] });
    await add(company(2));
    expect(await refusal('PUT', `${LIST}/entries`, body(company(2)))).toEqual([
      400,
      'multiple_match_results',
      'Multiple entries were founds for the given parent record. Please remove duplicates or use the update or create entry endpoints instead.',
    ]);
  });

  it('gains multiselect values by PATCH and has them overwritten by PUT', async () => {
    const { id } = await add(company(3), { tags: ['b'], budget: 1 });
    const change = async (method: string, entry_values: unknown) =>
      dataOf(await client.ask(method, `${LIST}/entries/${id.entry_id}`, { data: { entry_values } }));
    const patched = await change('PATCH', { tags: ['a'], budget: 2 });
    expect(titles(patched, 'tags')).toEqual(['a', 'b']);
    expect(patched.entry_values.budget).toMatchObject([{ value: 2 }]);
    expect(titles(await change('PUT', { tags: ['c'] }), 'tags')).toEqual(['c']);
    expect((await change('PUT', { tags: [], budget: [] })).entry_values).toMatchObject({ tags: [], budget: [] });
  });

  it('cannot be given to another record', async () => {
    const { id } = await add(company(3));
    const immutable = [400, 'immutable_value', 'The parent record for a list entry cannot be updated once created.'];
    for (const method of ['PATCH', 'PUT']) {
      const path = `${LIST}/entries/${id.entry_id}`;
      const parent = { target_object: 'companies', target_record_id: company(0) };
      for (const data of [
        { parent_record_id: company(0), entry_values: {} },
        { parent_object: 'people', parent_record_id: person },
        { entry_values: { parent_record: [parent] } },
      ])
        expect(await refusal(method, path, { data })).toEqual(immutable);
    }
  });

  it('is deleted once, and its record stays', async () => {
    const { id } = await add(company(4));
    const path = `${LIST}/entries/${id.entry_id}`;
    expect((await client.ask('DELETE', path)).body).toEqual({});
    expect((await client.ask('DELETE', path)).status).toBe(404);
    expect((await client.ask('GET', `/v2/objects/companies/records/${company(4)}`)).status).toBe(200);
  });

  it('goes with its record', async () => {
    const made = await client.ask('POST', '/v2/objects/companies/records', { data: { values: { name: 'Short-lived' } } });
    const { record_id } = dataOf<{ id: { record_id: string } }>(made).id;
    const { id } = await add(record_id, { stage: 'New', tags: ['a'] });
    await client.ask('DELETE', `/v2/objects/companies/records/${record_id}`);
    expect((await client.ask('GET', `${LIST}/entries/${id.entry_id}`)).status).toBe(404);
    expect((await query({})).map((entry) => entry.id.entry_id)).not.toContain(id.entry_id);
  });

  it('holds a unique value that no other entry may hold', async () => {
    await add(company(4), { code: 'X1' });
    expect((await refusal('POST', `${LIST}/entries`, body(company(5), { code: 'X1' })))[1]).toBe('uniqueness_conflict');
  });

  it('needs the values its list requires', async () => {
    await client.ask('PATCH', `${LIST}/attributes/stage`, { data: { is_required: true } });
    const [status, code, message] = await refusal('POST', `${LIST}/entries`, body(company(5)));
    expect([status, code]).toEqual([400, 'missing_value']);
    expect(message).toMatch(/^Required value for attribute with ID ".+" was not provided\.$/);
    const { id } = await add(company(5), { stage: 'New' });
    const emptied = { data: { entry_values: { stage: [] } } };
    expect((await refusal('PATCH', `${LIST}/entries/${id.entry_id}`, emptied))[1]).toBe('missing_value');
    await client.ask('PATCH', `${LIST}/attributes/stage`, { data: { is_required: false } });
  });

  it('is not found by the search for records', async () => {
    await add(company(5), { source: 'zebrafinch' });
    const asked = { query: 'zebrafinch', objects: ['companies', 'people', 'deals'], request_as: { type: 'workspace' } };
    expect(dataOf(await client.ask('POST', '/v2/objects/records/search', asked))).toEqual([]);
  });

  it('needs a list, a parent and values that are there', async () => {
    const entries = `${LIST}/entries`;
    const { id } = await add(company(0));
    const elsewhere = '/v2/lists/nothing/entries';
    const notFound = 'List with slug/ID "nothing" not found.';
    const change = { data: { entry_values: {} } };
    expect(await refusal('POST', elsewhere, body(company(0)))).toEqual([
      404,
      'not_found',
      'Could not find list with slug/ID "nothing".',
    ]);
    expect(await refusal('PUT', elsewhere, body(company(0)))).toEqual([
      404,
      'not_found',
      'List with slug/ID "nothing" was not found.',
    ]);
    expect(await refusal('POST', `${elsewhere}/query`, {})).toEqual([404, 'not_found', notFound]);
    for (const method of ['GET', 'DELETE'])
      expect(await refusal(method, `${elsewhere}/${id.entry_id}`)).toEqual([404, 'not_found', notFound]);
    for (const method of ['PATCH', 'PUT'])
      expect(await refusal(method, `${elsewhere}/${id.entry_id}`, change)).toEqual([404, 'not_found', notFound]);
    expect((await refusal('GET', `${entries}/${MISSING}`)).slice(0, 2)).toEqual([404, 'not_found']);
    expect((await refusal('GET', `${entries}/not-an-id`))[0]).toBe(400);
    expect(await refusal('POST', entries, body(MISSING))).toEqual([
      400,
      'value_not_found',
      `Parent record with slug/ID "${MISSING}" not found.`,
    ]);
    const stranger = { data: { parent_record_id: person, parent_object: 'people', entry_values: {} } };
    expect((await refusal('POST', entries, stranger))[1]).toBe('validation_type');
    const unknown = { data: { parent_record_id: person, parent_object: 'nothings', entry_values: {} } };
    expect((await refusal('POST', entries, unknown))[1]).toBe('value_not_found');
    expect(await refusal('POST', entries, body(company(0), { nope: 1 }))).toEqual([
      400,
      'value_not_found',
      'Cannot find attribute with slug/ID "nope".',
    ]);
    expect((await refusal('POST', entries, body(company(0), { entry_id: 'x' })))[1]).toBe('system_edit_unauthorized');
    expect((await refusal('POST', entries, body(company(0), { stage: 'Nowhere' })))[1]).toBe('value_not_found');
  });

  it('names the place of a malformed value in the body', async () => {
    const { body: refused } = await client.ask('POST', `${LIST}/entries`, body(company(0), { budget: null }));
    expect(refused).toMatchObject({ code: 'validation_type', validation_errors: [{ path: ['data', 'entry_values', 'budget'] }] });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['no data', {}],
    ['null for data', { data: null }],
    ['no parent', { data: { entry_values: {} } }],
    ['no values', { data: { parent_record_id: MISSING, parent_object: 'companies' } }],
    ['values in a list', { data: { parent_record_id: MISSING, parent_object: 'companies', entry_values: [] } }],
    ['a malformed id', { data: { parent_record_id: 'x', parent_object: 'companies', entry_values: {} } }],
    ['a number for an object', { data: { parent_record_id: MISSING, parent_object: 1, entry_values: {} } }],
  ])('made of %s is a malformed request', async (_case, asked) => {
    for (const method of ['POST', 'PUT']) expect((await refusal(method, `${LIST}/entries`, asked))[1]).toBe('validation_type');
  });

  it('changed with anything but entry values is a malformed request', async () => {
    const { id } = await add(company(0));
    for (const data of [
      null,
      [],
      {},
      { values: {} },
      { entry_values: {}, more: 1 },
      { entry_values: [] },
      { entry_values: null },
    ])
      expect((await refusal('PATCH', `${LIST}/entries/${id.entry_id}`, { data }))[1]).toBe('validation_type');
  });

  it('asks for the scopes of entries', async () => {
    const reader = await startTestClient({ seed: 'empty', scopes: 'list_entry:read list_configuration:read' });
    expect((await reader.ask('POST', '/v2/lists/x/entries', body(MISSING))).status).toBe(403);
    expect((await reader.ask('GET', `/v2/lists/x/entries/${MISSING}`)).status).toBe(404);
    expect((await reader.ask('GET', `/v2/objects/people/records/${MISSING}/entries`)).status).toBe(403);
    await reader.close();
  });
});

describe('a query for entries', () => {
  const parents = async (asked: unknown) => (await query(asked)).map((entry) => entry.parent_record_id);
  beforeAll(async () => {
    await add(company(7), { stage: 'Done', budget: 30, contact: [{ target_object: 'people', target_record_id: person }] });
    await add(company(8), { stage: 'Talking', budget: 10 });
    await add(company(9), { stage: 'Done', budget: 20 });
  });
  const budgeted = { budget: { $gte: 10 } };

  it('filters by the values of the entries', async () => {
    expect(await parents({ filter: { stage: 'Done' } })).toEqual([company(9), company(7)]);
    expect(await parents({ filter: { $or: [{ budget: 10 }, { budget: { $gt: 20 } }] } })).toEqual([company(8), company(7)]);
    expect(await parents({ filter: { $and: [{ stage: 'Done' }, { $not: { budget: 30 } }] } })).toEqual([company(9)]);
    const [entry] = await query({ filter: { budget: 30 } });
    expect(await query({ filter: { entry_id: entry?.id.entry_id } })).toEqual([entry]);
    const contact = { target_object: 'people', target_record_id: person };
    expect(await parents({ filter: { contact } })).toEqual([company(7)]);
  });

  it('drills down to the records of the entries, and further', async () => {
    const byName = (list: string) => ({
      path: [
        [list, 'parent_record'],
        ['companies', 'name'],
      ],
      constraints: { value: companies[8]?.name },
    });
    expect(await parents({ filter: byName('pipeline') })).toEqual([company(8)]);
    const { list_id } = dataOf<{ id: { list_id: string } }>(await client.ask('GET', LIST)).id;
    expect(await parents({ filter: { $and: [byName(list_id), budgeted] } })).toEqual([company(8)]);
    const byId = {
      path: [
        ['pipeline', 'parent_record'],
        ['companies', 'record_id'],
      ],
      constraints: { value: company(7) },
    };
    expect(await parents({ filter: byId })).toEqual([company(7)]);
    const target = { target_object: 'companies', target_record_id: company(9) };
    expect(await parents({ filter: { path: [['pipeline', 'parent_record']], constraints: target } })).toEqual([company(9)]);
    expect(await parents({ filter: { parent_record: target } })).toEqual([company(9)]);
    const team = {
      path: [
        ['pipeline', 'parent_record'],
        ['companies', 'team'],
        ['people', 'email_addresses'],
      ],
    };
    const people = await client.ask('POST', '/v2/objects/people/records/query', {
      filter: { company: { target_object: 'companies', target_record_id: company(7) } },
      limit: 1,
    });
    const [member] = dataOf<{ values: { email_addresses: { email_address: string }[] } }[]>(people);
    const constraints = { email_address: member?.values.email_addresses[0]?.email_address };
    expect(await parents({ filter: { ...team, constraints } })).toEqual([company(7)]);
    const contacts = {
      path: [
        ['pipeline', 'contact'],
        ['people', 'record_id'],
      ],
      constraints: { value: person },
    };
    expect(await parents({ filter: contacts })).toEqual([company(7)]);
  });

  it('sorts by a value, by the pipeline and by the record', async () => {
    const sorted = (sort: Record<string, unknown>) => parents({ filter: budgeted, sorts: [{ direction: 'asc', ...sort }] });
    expect(await sorted({ attribute: 'budget' })).toEqual([company(8), company(9), company(7)]);
    expect((await sorted({ attribute: 'stage' }))[0]).toBe(company(8));
    expect(await sorted({ attribute: 'created_at' })).toEqual([company(7), company(8), company(9)]);
    const path = [
      ['pipeline', 'parent_record'],
      ['companies', 'name'],
    ];
    const byName = [7, 8, 9].sort((a, b) => ((companies[a]?.name ?? '') < (companies[b]?.name ?? '') ? -1 : 1)).map(company);
    expect(await sorted({ path })).toEqual(byName);
    expect(await sorted({ path, direction: 'desc' })).toEqual(byName.toReversed());
  });

  it('is paged, newest first, and says its score', async () => {
    expect(await parents({ filter: budgeted, limit: 1, offset: 1 })).toEqual([company(8)]);
    const answer = await client.ask('POST', `${LIST}/entries/query`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-attio-record-query-score')).toBe('0');
  });

  it.each<[string, unknown, string]>([
    ['an unknown attribute', { filter: { nope: 1 } }, 'unknown_filter_attribute_slug'],
    ['an attribute of the record', { filter: { domains: 'x.com' } }, 'unknown_filter_attribute_slug'],
    ['a path that begins elsewhere', { filter: { path: [['companies', 'name']], constraints: 'x' } }, 'filter_error'],
    [
      'a path over a text',
      {
        filter: {
          path: [
            ['pipeline', 'code'],
            ['companies', 'name'],
          ],
          constraints: 'x',
        },
      },
      'filter_error',
    ],
    ['an unknown status', { filter: { stage: 'Nowhere' } }, 'value_not_found'],
    ['a filter in a list', { filter: [] }, 'validation_type'],
    ['a sort by nothing', { sorts: [{ direction: 'asc' }] }, 'validation_type'],
    ['too much', { limit: 501 }, 'validation_type'],
  ])('is refused for %s', async (_case, asked, code) => {
    expect((await refusal('POST', `${LIST}/entries/query`, asked)).slice(0, 2)).toEqual([400, code]);
  });
});

describe('the entries of a record', () => {
  it('are told across lists with the keys of the official document, newest first', async () => {
    const access = { workspace_access: 'full-access', workspace_member_access: [] };
    await client.ask('POST', '/v2/lists', { data: { name: 'B', api_slug: 'second', parent_object: 'companies', ...access } });
    const first = await add(company(10));
    const second = dataOf(await client.ask('POST', '/v2/lists/second/entries', body(company(10))));
    const entries = `/v2/objects/companies/records/${company(10)}/entries`;
    const told = (entry: Entry, list_api_slug: string) => ({
      list_id: entry.id.list_id,
      list_api_slug,
      entry_id: entry.id.entry_id,
      created_at: entry.created_at,
    });
    expect(dataOf(await client.ask('GET', entries))).toEqual([told(second, 'second'), told(first, 'pipeline')]);
    expect(dataOf(await client.ask('GET', `${entries}?limit=1&offset=1`))).toEqual([told(first, 'pipeline')]);
    for (const query of ['?limit=1001', '?limit=-1', '?offset=x'])
      expect((await client.ask('GET', entries + query)).status).toBe(400);
    // What a record has in one list is nothing to an assert in the other.
    expect(dataOf(await client.ask('PUT', `${LIST}/entries`, body(company(10)))).id).toEqual(first.id);
    expect(dataOf(await client.ask('GET', `/v2/objects/companies/records/${company(11)}/entries`))).toEqual([]);
    expect(await refusal('GET', `/v2/objects/companies/records/${MISSING}/entries`)).toEqual([
      404,
      'not_found',
      `Record with ID "${MISSING}" not found.`,
    ]);
  });
});

describe('the values of an attribute of an entry', () => {
  it('come oldest first with their history', async () => {
    const { id } = await add(company(11), { stage: 'New' });
    const entry = `${LIST}/entries/${id.entry_id}`;
    await client.ask('PATCH', entry, { data: { entry_values: { stage: 'Talking' } } });
    const values = `${entry}/attributes/stage/values`;
    expect(dataOf(await client.ask('GET', values))).toMatchObject([{ status: { title: 'Talking' }, active_until: null }]);
    const history = dataOf<Value[]>(await client.ask('GET', `${values}?show_historic=true`));
    expect(history).toMatchObject([{ status: { title: 'New' } }, { status: { title: 'Talking' } }]);
    expect(history[0]?.active_until).toBe(history[1]?.active_from);
    expect(dataOf(await client.ask('GET', `${values}?show_historic=true&limit=1`))).toEqual(history.slice(0, 1));
    expect((await refusal('GET', `${entry}/attributes/nope/values`))[2]).toBe('Attribute with slug/ID "nope" not found.');
    const elsewhere = `/v2/lists/nothing/entries/${id.entry_id}/attributes/stage/values`;
    expect((await refusal('GET', elsewhere))[2]).toBe('List with slug/ID "nothing" not found.');
  });
});

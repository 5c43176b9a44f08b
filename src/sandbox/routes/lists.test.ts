import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestClient, type TestClient } from '../test-client.ts';

type WireList = { id: { workspace_id: string; list_id: string } } & Record<string, unknown>;
type Member = { id: { workspace_member_id: string } };

let client: TestClient;
let memberId: string;
beforeAll(async () => {
  client = await startTestClient();
  const { body } = await client.ask('GET', '/v2/workspace_members');
  memberId = (body as { data: Member[] }).data[1]?.id.workspace_member_id ?? '';
});
afterAll(() => client.close());

const listBody = (changes: Record<string, unknown> = {}) => ({
  data: {
    name: 'Enterprise Sales',
    api_slug: 'enterprise_sales',
    parent_object: 'companies',
    workspace_access: 'full-access',
    workspace_member_access: [],
    ...changes,
  },
});
const make = async (changes: Record<string, unknown> = {}) => {
  const { status, body } = await client.ask('POST', '/v2/lists', listBody(changes));
  expect(status, JSON.stringify(body)).toBe(200);
  return (body as { data: WireList }).data;
};
const refusal = async (method: string, path: string, body?: unknown) => {
  const answer = await client.ask(method, path, body);
  const { status_code, type, code, message } = answer.body as Record<string, unknown>;
  expect([answer.status, type]).toEqual([status_code, 'invalid_request_error']);
  return [answer.status, code, message];
};

describe('a list', () => {
  it('is made with the keys of the official document, its parent object as a list of slugs', async () => {
    const access = [{ workspace_member_id: memberId, level: 'read-and-write' }];
    const list = await make({ workspace_member_access: access });
    expect(list).toEqual({
      id: { workspace_id: expect.any(String), list_id: expect.any(String) },
      api_slug: 'enterprise_sales',
      name: 'Enterprise Sales',
      parent_object: ['companies'],
      workspace_access: 'full-access',
      workspace_member_access: access,
      created_by_actor: { type: 'api-token', id: expect.any(String) },
      created_at: expect.stringMatching(/\.\d{9}Z$/),
    });
    expect((await client.ask('GET', '/v2/lists/enterprise_sales')).body).toEqual({ data: list });
    expect((await client.ask('GET', `/v2/lists/${list.id.list_id}`)).body).toEqual({ data: list });
    expect((await client.ask('GET', '/v2/lists')).body).toMatchObject({ data: expect.arrayContaining([list]) });
  });

  it('may be called like an object, and its parent may be named by id', async () => {
    const { body } = await client.ask('GET', '/v2/objects/people');
    const { object_id } = (body as { data: { id: { object_id: string } } }).data.id;
    expect(await make({ api_slug: 'people', parent_object: object_id })).toMatchObject({ parent_object: ['people'] });
    expect((await client.ask('GET', '/v2/objects/people')).body).toEqual(body);
  });

  it('is private when only members have access', async () => {
    const access = [{ workspace_member_id: memberId, level: 'full-access' }];
    const list = await make({ api_slug: 'private', workspace_access: null, workspace_member_access: access });
    expect(list).toMatchObject({ workspace_access: null, workspace_member_access: access });
  });

  it('is renamed, called by another slug and opened to others, one by one', async () => {
    await make({ api_slug: 'before' });
    const change = async (slug: string, data: unknown) => (await client.ask('PATCH', `/v2/lists/${slug}`, { data })).body;
    expect(await change('before', { name: 'After' })).toMatchObject({ data: { name: 'After', api_slug: 'before' } });
    expect(await change('before', { api_slug: 'after' })).toMatchObject({ data: { name: 'After', api_slug: 'after' } });
    const access = [{ workspace_member_id: memberId, level: 'full-access' }];
    expect(await change('after', { workspace_member_access: access, workspace_access: 'read-only' })).toMatchObject({
      data: { workspace_access: 'read-only', workspace_member_access: access, parent_object: ['companies'] },
    });
    expect((await client.ask('GET', '/v2/lists/before')).status).toBe(404);
  });

  it('is refused in the words of the document', async () => {
    await make({ api_slug: 'my_list' });
    const stranger = '50cf242c-7fa3-4cad-87d0-75b1af71c57b';
    const access = [{ workspace_member_id: stranger, level: 'full-access' }];
    const notFound = [404, 'not_found', 'List with slug/ID "nothing" not found.'];
    expect(await refusal('GET', '/v2/lists/nothing')).toEqual(notFound);
    expect(await refusal('PATCH', '/v2/lists/nothing', { data: { name: 'x' } })).toEqual(notFound);
    expect(await refusal('POST', '/v2/lists', listBody({ parent_object: 'nothings' }))).toEqual([
      404,
      'not_found',
      'Parent object with slug/ID "nothings" not found.',
    ]);
    const unknownMember = [400, 'value_not_found', `Workspace member with ID "${stranger}" not found.`];
    expect(await refusal('POST', '/v2/lists', listBody({ api_slug: 'x', workspace_member_access: access }))).toEqual(
      unknownMember,
    );
    expect(await refusal('PATCH', '/v2/lists/my_list', { data: { workspace_member_access: access } })).toEqual(unknownMember);
    const taken = [409, 'slug_conflict', 'A list with api_slug "my_list" already exists.'];
    expect(await refusal('POST', '/v2/lists', listBody({ api_slug: 'my_list' }))).toEqual(taken);
    await make({ api_slug: 'another' });
    expect(await refusal('PATCH', '/v2/lists/another', { data: { api_slug: 'my_list' } })).toEqual(taken);
    expect((await client.ask('PATCH', '/v2/lists/another', { data: { api_slug: 'another' } })).status).toBe(200);
    expect(await refusal('PATCH', '/v2/lists/my_list', { data: { parent_object: 'people' } })).toEqual([
      400,
      'validation_type',
      'You passed an empty payload. Please ensure you are updating at least one property in your request.',
    ]);
  });

  it('always leaves somebody with full access', async () => {
    const access = [{ workspace_member_id: memberId, level: 'read-and-write' }];
    for (const workspace_access of [null, 'read-only', 'read-and-write']) {
      const body = listBody({ api_slug: 'nobodys', workspace_access, workspace_member_access: access });
      expect((await refusal('POST', '/v2/lists', body)).slice(0, 2)).toEqual([400, 'validation_type']);
    }
    expect((await refusal('PATCH', '/v2/lists/my_list', { data: { workspace_access: null } }))[0]).toBe(400);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no data', {}],
    ['a missing key', { data: { name: 'x', api_slug: 'x', parent_object: 'people', workspace_member_access: [] } }],
    ['a number for a name', listBody({ name: 1 })],
    ['a slug with blanks', listBody({ api_slug: 'my list' })],
    ['an unknown level', listBody({ workspace_access: 'all' })],
    ['an object for members', listBody({ workspace_member_access: {} })],
    ['a member without level', listBody({ workspace_member_access: [{ workspace_member_id: 'x' }] })],
    ['null for a member', listBody({ workspace_member_access: [null] })],
  ])('with %s is a malformed request', async (_case, body) => {
    expect((await refusal('POST', '/v2/lists', body))[1]).toBe('validation_type');
  });

  it('asks for the scopes of lists', async () => {
    const reader = await startTestClient({ seed: 'empty', scopes: 'list_configuration:read object_configuration:read-write' });
    expect((await reader.ask('GET', '/v2/lists')).status).toBe(200);
    expect((await reader.ask('POST', '/v2/lists', listBody())).status).toBe(403);
    await reader.close();
    const stranger = await startTestClient({ seed: 'empty', scopes: 'object_configuration:read-write' });
    expect((await stranger.ask('GET', '/v2/lists')).status).toBe(403);
    await stranger.close();
  });
});

const newAttribute = (changes: Record<string, unknown> = {}) => ({
  data: {
    title: 'Phase',
    description: null,
    api_slug: 'phase',
    type: 'status',
    is_required: false,
    is_unique: false,
    is_multiselect: false,
    config: {},
    ...changes,
  },
});

describe('the attributes of a list', () => {
  const path = '/v2/lists/with_attributes/attributes';
  let listId: string;
  beforeAll(async () => {
    listId = (await make({ api_slug: 'with_attributes' })).id.list_id;
  });

  it('are three of its own to begin with, under the id of the list', async () => {
    const { body } = await client.ask('GET', path);
    const attributes = (body as { data: ({ id: { object_id: string } } & Record<string, unknown>)[] }).data;
    expect(attributes.map(({ api_slug, type, is_writable }) => [api_slug, type, is_writable])).toEqual([
      ['entry_id', 'text', false],
      ['created_at', 'timestamp', false],
      ['created_by', 'actor-reference', false],
    ]);
    expect(attributes.map(({ id }) => id.object_id)).toEqual([listId, listId, listId]);
  });

  it('may be statuses, which are made, renamed and archived', async () => {
    expect((await client.ask('POST', path, newAttribute())).body).toMatchObject({ data: { type: 'status', api_slug: 'phase' } });
    const statuses = `${path}/phase/statuses`;
    const made = await client.ask('POST', statuses, { data: { title: 'Talking', target_time_in_status: 'P1D' } });
    expect(made.body).toEqual({
      data: {
        id: {
          workspace_id: expect.any(String),
          object_id: listId,
          attribute_id: expect.any(String),
          status_id: expect.any(String),
        },
        title: 'Talking',
        is_archived: false,
        celebration_enabled: false,
        target_time_in_status: 'P1D',
      },
    });
    await client.ask('POST', statuses, { data: { title: 'Done', celebration_enabled: true } });
    const renamed = await client.ask('PATCH', `${statuses}/Talking`, { data: { title: 'In talks', is_archived: true } });
    expect(renamed.body).toMatchObject({ data: { title: 'In talks', is_archived: true } });
    expect((await client.ask('GET', statuses)).body).toMatchObject({ data: [{ title: 'Done' }] });
    expect((await client.ask('GET', `${statuses}?show_archived=true`)).body).toMatchObject({ data: { length: 2 } });
  });

  it('may be selects with options', async () => {
    await client.ask('POST', path, newAttribute({ api_slug: 'region', type: 'select', is_multiselect: true }));
    const option = await client.ask('POST', `${path}/region/options`, { data: { title: 'North' } });
    expect(option.body).toMatchObject({ data: { id: { object_id: listId }, title: 'North', is_archived: false } });
    const renamed = await client.ask('PATCH', `${path}/region/options/North`, { data: { title: 'South' } });
    expect(renamed.body).toMatchObject({ data: { title: 'South' } });
    expect((await client.ask('GET', `${path}/region/options`)).body).toMatchObject({ data: [{ title: 'South' }] });
  });

  it('are renamed and archived', async () => {
    await client.ask('POST', path, newAttribute({ api_slug: 'note', type: 'text' }));
    const { body } = await client.ask('PATCH', `${path}/note`, { data: { title: 'Remark', is_archived: true } });
    expect(body).toMatchObject({ data: { title: 'Remark', is_archived: true } });
    expect((await client.ask('GET', `${path}/note`)).body).toEqual(body);
  });

  it('are refused in the words of the document', async () => {
    const taken = 'An attribute with the same API slug already exists on this list. Please choose a different API slug.';
    await client.ask('POST', path, newAttribute({ api_slug: 'twice', type: 'text' }));
    for (const api_slug of ['twice', 'entry_id', 'parent_record'])
      expect(await refusal('POST', path, newAttribute({ api_slug, type: 'text' }))).toEqual([409, 'slug_conflict', taken]);
    expect(await refusal('PATCH', `${path}/twice`, { data: { api_slug: 'parent_record' } })).toEqual([
      409,
      'slug_conflict',
      taken,
    ]);
    expect(await refusal('PATCH', `${path}/created_at`, { data: { title: 'x' } })).toEqual([
      400,
      'system_edit_unauthorized',
      'Cannot update a System attribute.',
    ]);
    for (const rest of ['', '/name', '/name/options', '/name/statuses'])
      expect(await refusal('GET', `/v2/lists/nothing/attributes${rest}`)).toEqual([
        404,
        'not_found',
        'List with slug/ID "nothing" not found.',
      ]);
    expect((await refusal('GET', `${path}/my-attribute`))[2]).toBe('Attribute with slug/ID "my-attribute" not found.');
    expect((await refusal('GET', '/v2/files/x/attributes'))[2]).toBe('Could not find endpoint "GET /v2/files/x/attributes".');
    const relationship = { object: 'people', title: 'x', api_slug: 'x', is_multiselect: false };
    const related = newAttribute({ api_slug: 'related', type: 'record-reference', relationship });
    expect((await refusal('POST', path, related))[1]).toBe('validation_type');
  });

  it('need the scope of lists to be made, and that of objects for the rest', async () => {
    const lister = await startTestClient({ seed: 'empty', scopes: 'list_configuration:read-write object_configuration:read' });
    await lister.ask('POST', '/v2/lists', listBody());
    const own = '/v2/lists/enterprise_sales/attributes';
    expect((await lister.ask('POST', own, newAttribute())).status).toBe(200);
    expect((await lister.ask('GET', own)).status).toBe(200);
    expect((await lister.ask('PATCH', `${own}/phase`, { data: { title: 'x' } })).status).toBe(403);
    expect((await lister.ask('POST', '/v2/objects/deals/attributes', newAttribute({ type: 'text' }))).status).toBe(403);
    await lister.close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestClient, type TestClient } from '../test-client.ts';

type WireAttribute = { api_slug: string; title: string; type: string; relationship: unknown } & Record<string, unknown>;

let client: TestClient;
beforeAll(async () => {
  client = await startTestClient({ control: true });
});
afterAll(() => client.close());

const get = async <Data>(path: string): Promise<Data> => {
  const { status, body } = await client.ask('GET', path);
  expect(status).toBe(200);
  return (body as { data: Data }).data;
};
const newAttribute = (changes: Record<string, unknown> = {}) => ({
  data: {
    title: 'Colour',
    description: null,
    api_slug: 'colour',
    type: 'select',
    is_required: false,
    is_unique: false,
    is_multiselect: false,
    config: {},
    ...changes,
  },
});

const related = (api_slug: string) => ({ object: 'companies', title: 'x', api_slug, is_multiselect: false });

describe('objects', () => {
  it('are listed with the words recorded of a real workspace', async () => {
    const objects = await get<{ api_slug: string; singular_noun: string; plural_noun: string }[]>('/v2/objects');
    expect(objects.map(({ api_slug, singular_noun, plural_noun }) => [api_slug, singular_noun, plural_noun])).toEqual([
      ['people', 'Person', 'People'],
      ['companies', 'Company', 'Companies'],
      ['deals', 'Deal', 'Deals'],
    ]);
  });

  it('are found by slug and by id, or not', async () => {
    const { id } = await get<{ id: { object_id: string } }>('/v2/objects/deals');
    expect(await get(`/v2/objects/${id.object_id}`)).toMatchObject({ api_slug: 'deals' });
    const { status, body } = await client.ask('GET', '/v2/objects/nothings');
    expect([status, body]).toMatchObject([404, { code: 'not_found', message: 'Object with slug/ID "nothings" not found.' }]);
  });

  it('refuse everything while switched off', async () => {
    const { id } = await get<{ id: { object_id: string } }>('/v2/objects/deals');
    await client.ask('POST', '/_sandbox/object', { slug: 'deals', enabled: false });
    const { status, body } = await client.ask('POST', '/v2/objects/deals/records', { data: { values: {} } });
    expect([status, body]).toMatchObject([
      400,
      {
        code: 'standard_object_disabled',
        message: `The Standard object with slug/ID "${id.object_id}" must be enabled by a Workspace admin before it can be used.`,
      },
    ]);
    await client.ask('POST', '/_sandbox/object', { slug: 'deals', enabled: true });
    expect((await client.ask('GET', '/v2/objects/deals')).status).toBe(200);
  });

  it('keep the value of deals in the currency that an admin has set', async () => {
    await client.ask('POST', '/_sandbox/currency', { code: 'EUR' });
    const attribute = await get('/v2/objects/deals/attributes/value');
    expect(attribute).toMatchObject({ config: { currency: { default_currency_code: 'EUR' } } });
    expect((await client.ask('POST', '/_sandbox/currency', { code: 'EURO' })).status).toBe(400);
    await client.ask('POST', '/_sandbox/currency', { code: 'USD' });
  });

  it('of ones own are made, once', async () => {
    const body = { data: { api_slug: 'projects', singular_noun: 'Project', plural_noun: 'Projects' } };
    expect((await client.ask('POST', '/v2/objects', body)).body).toMatchObject({ data: { api_slug: 'projects' } });
    expect((await client.ask('POST', '/v2/objects', body)).body).toMatchObject({ status_code: 409, code: 'slug_conflict' });
    const { body: record } = await client.ask('POST', '/v2/objects/projects/records', { data: { values: { name: 'Bridge' } } });
    expect(record).toMatchObject({ data: { web_url: expect.stringContaining('/northwind/projects/record/') } });
  });
});

describe('attributes', () => {
  it('of deals are the nine standard ones and then those of the workspace', async () => {
    const attributes = await get<WireAttribute[]>('/v2/objects/deals/attributes');
    expect(attributes.map(({ api_slug, type }) => `${api_slug} ${type}`)).toEqual([
      'record_id text',
      'name text',
      'stage status',
      'owner actor-reference',
      'value currency',
      'associated_people record-reference',
      'associated_company record-reference',
      'created_at timestamp',
      'created_by actor-reference',
      'close_date date',
      'lead_source select',
      'products select',
      'seats number',
      'needs_legal_review checkbox',
      'next_step text',
    ]);
    expect(attributes.filter((attribute) => attribute.is_required).map(({ api_slug }) => api_slug)).toEqual([
      'name',
      'stage',
      'owner',
    ]);
    expect(attributes.filter((attribute) => !attribute.is_writable).map(({ api_slug }) => api_slug)).toEqual([
      'record_id',
      'created_at',
      'created_by',
    ]);
  });

  it('have the keys of the recording, and relationships that name their other side', async () => {
    const people = await get<WireAttribute>('/v2/objects/deals/attributes/associated_people');
    expect(Object.keys(people)).toEqual([
      'id',
      'title',
      'description',
      'api_slug',
      'type',
      'is_system_attribute',
      'is_writable',
      'is_required',
      'is_unique',
      'is_multiselect',
      'is_default_value_enabled',
      'is_archived',
      'default_value',
      'relationship',
      'created_at',
      'config',
    ]);
    expect(people.relationship).toMatchObject({
      object_slug: 'people',
      title: 'Associated deals',
      api_slug: 'associated_deals',
      is_multiselect: true,
    });
    const team = await get<WireAttribute>('/v2/objects/companies/attributes/team');
    expect(team.relationship).toMatchObject({ object_slug: 'people', api_slug: 'company', is_multiselect: false });
  });

  it('are paged, and made, changed and archived', async () => {
    expect((await get<WireAttribute[]>('/v2/objects/deals/attributes?limit=2&offset=1')).map(({ api_slug }) => api_slug)).toEqual(
      ['name', 'stage'],
    );
    expect((await client.ask('POST', '/v2/objects/deals/attributes', newAttribute())).status).toBe(200);
    const { body } = await client.ask('PATCH', '/v2/objects/deals/attributes/colour', {
      data: { title: 'Paint', is_archived: true },
    });
    expect(body).toMatchObject({ data: { title: 'Paint', is_archived: true, is_system_attribute: false } });
    const slugs = async (query: string) =>
      (await get<WireAttribute[]>(`/v2/objects/deals/attributes${query}`)).map(({ api_slug }) => api_slug);
    expect(await slugs('')).not.toContain('colour');
    expect(await slugs('?show_archived=true')).toContain('colour');
    expect((await client.ask('POST', '/v2/objects/deals/attributes', newAttribute())).body).toMatchObject({
      status_code: 409,
      code: 'slug_conflict',
    });
  });

  it('become unique only while no two records hold the same, and then stay it', async () => {
    const path = '/v2/objects/deals/attributes';
    await client.ask('POST', path, newAttribute({ api_slug: 'order_number', type: 'text' }));
    const deal = (order_number: string) =>
      client.ask('POST', '/v2/objects/deals/records', {
        data: { values: { name: 'Ordered', stage: 'Lead', owner: 'ana@northwind.com', order_number } },
      });
    const [first, second] = [await deal('A-1'), await deal('A-1')];
    const unique = () => client.ask('PATCH', `${path}/order_number`, { data: { is_unique: true } });
    expect((await unique()).body).toMatchObject({ status_code: 400, message: 'Cannot set attribute as unique.' });
    const { record_id } = (second.body as { data: { id: { record_id: string } } }).data.id;
    await client.ask('DELETE', `/v2/objects/deals/records/${record_id}`);
    expect((await unique()).body).toMatchObject({ data: { is_unique: true } });
    expect(first.status).toBe(200);
    expect((await deal('A-1')).body).toMatchObject({ status_code: 400, code: 'uniqueness_conflict' });
    expect((await deal('A-2')).status).toBe(200);
  });

  it('may be a relationship of two objects, made on both at once', async () => {
    const relationship = { object: 'companies', title: 'Deals advised', api_slug: 'deals_advised', is_multiselect: true };
    const attribute = newAttribute({ api_slug: 'adviser', title: 'Adviser', type: 'record-reference', relationship });
    expect((await client.ask('POST', '/v2/objects/deals/attributes', attribute)).body).toMatchObject({
      data: { relationship: { api_slug: 'deals_advised' } },
    });
    const values = { name: 'x', stage: 'Lead', owner: 'ana@northwind.com', adviser: 'initech.com' };
    const { body } = await client.ask('POST', '/v2/objects/deals/records', { data: { values } });
    const deal = (body as { data: { id: { record_id: string } } }).data.id.record_id;
    const query = await client.ask('POST', '/v2/objects/companies/records/query', { filter: { domains: 'initech.com' } });
    expect(query.body).toMatchObject({
      data: [{ values: { deals_advised: [{ target_object: 'deals', target_record_id: deal }] } }],
    });
  });

  it('fill in their default value on a new record', async () => {
    const static_ = { type: 'static', template: [{ value: 7 }] };
    await client.ask(
      'POST',
      '/v2/objects/deals/attributes',
      newAttribute({ api_slug: 'lucky', type: 'number', default_value: static_ }),
    );
    const later = { type: 'dynamic', template: 'P1M' };
    await client.ask(
      'POST',
      '/v2/objects/deals/attributes',
      newAttribute({ api_slug: 'due', type: 'date', default_value: later }),
    );
    const caller = { type: 'dynamic', template: 'current-user' };
    await client.ask(
      'POST',
      '/v2/objects/deals/attributes',
      newAttribute({ api_slug: 'entered_by', type: 'actor-reference', default_value: caller }),
    );
    const values = { name: 'x', stage: 'Lead', owner: 'ana@northwind.com' };
    const { body } = await client.ask('POST', '/v2/objects/deals/records', { data: { values } });
    expect(body).toMatchObject({ data: { values: { entered_by: [{ referenced_actor_type: 'api-token' }] } } });
    const due = new Date();
    due.setUTCMonth(due.getUTCMonth() + 1);
    expect(body).toMatchObject({ data: { values: { lucky: [{ value: 7 }], due: [{ value: due.toISOString().slice(0, 10) }] } } });
  });

  it('answer a default value in the form its values are read in', async () => {
    const budget = newAttribute({
      api_slug: 'usual_budget',
      type: 'currency',
      config: { currency: { default_currency_code: 'EUR', display_type: 'code' } },
      default_value: { type: 'static', template: [{ currency_value: 5 }] },
    });
    const { body } = await client.ask('POST', '/v2/objects/deals/attributes', budget);
    const template = [{ currency_value: 5, currency_code: 'EUR', attribute_type: 'currency' }];
    expect(body).toMatchObject({ data: { is_default_value_enabled: true, default_value: { type: 'static', template } } });
    const cleared = await client.ask('PATCH', '/v2/objects/deals/attributes/usual_budget', { data: { default_value: null } });
    expect(cleared.body).toMatchObject({ data: { is_default_value_enabled: false, default_value: null } });
  });

  it.each(['text', 'checkbox', 'rating'])('of type %s cannot be multiselect', async (type) => {
    const { body } = await client.ask(
      'POST',
      '/v2/objects/deals/attributes',
      newAttribute({ api_slug: 'several', type, is_multiselect: true }),
    );
    expect(body).toMatchObject({ status_code: 400, validation_errors: [{ path: ['data', 'is_multiselect'] }] });
  });

  it.each<[string, string, unknown, string?]>([
    ['deals', 'number', 5],
    ['deals', 'number', { type: 'static', template: 'x' }],
    ['deals', 'number', { type: 'static', template: [{ value: 'x' }] }],
    ['deals', 'number', { type: 'dynamic', template: 'current-user' }],
    ['deals', 'number', { template: [{ value: 1 }] }],
    ['deals', 'date', { type: 'dynamic', template: 'soon' }],
    ['deals', 'timestamp', { type: 'dynamic', template: 'P999999999Y' }],
    ['deals', 'actor-reference', { type: 'dynamic', template: 'P1D' }],
    ['deals', 'select', { type: 'static', template: [{ option: 'None yet' }] }],
    ['people', 'number', { type: 'static', template: [{ value: 1 }] }],
    [
      'deals',
      'record-reference',
      { type: 'static', template: [{ target_object: 'bridges', target_record_id: '891dcbfc-9141-415d-9b2a-2238a6cc012d' }] },
      'Could not find an object with slug "bridges" for default value.',
    ],
  ])('of %s of type %s refuse the default value %j', async (object, type, default_value, message) => {
    const answer = await client.ask(
      'POST',
      `/v2/objects/${object}/attributes`,
      newAttribute({ api_slug: 'defaulted', type, default_value }),
    );
    expect([answer.status, answer.body]).toMatchObject([400, { code: 'validation_type', ...(message ? { message } : {}) }]);
  });

  it.each<[string, string, string, unknown, number, string]>([
    ['an unknown attribute', 'GET', '/v2/objects/deals/attributes/my-attribute', undefined, 404, 'not_found'],
    [
      'a change of a system attribute',
      'PATCH',
      '/v2/objects/deals/attributes/name',
      { data: { title: 'x' } },
      400,
      'system_edit_unauthorized',
    ],
    ['an empty change', 'PATCH', '/v2/objects/deals/attributes/seats', { data: {} }, 400, 'validation_type'],
    [
      'a unique attribute on people',
      'POST',
      '/v2/objects/people/attributes',
      newAttribute({ is_unique: true }),
      400,
      'validation_type',
    ],
    [
      'an unknown type',
      'POST',
      '/v2/objects/deals/attributes',
      newAttribute({ api_slug: 'x', type: 'magic' }),
      400,
      'validation_type',
    ],
    [
      'a key the document does not have',
      'POST',
      '/v2/objects/deals/attributes',
      newAttribute({ api_slug: 'x', is_archived: false }),
      400,
      'validation_type',
    ],
    [
      'a status on an object',
      'POST',
      '/v2/objects/deals/attributes',
      newAttribute({ api_slug: 'x', type: 'status' }),
      400,
      'validation_type',
    ],
    [
      'a relationship of texts',
      'POST',
      '/v2/objects/deals/attributes',
      newAttribute({ api_slug: 'x', type: 'text', relationship: related('x_back') }),
      400,
      'validation_type',
    ],
    [
      'a relationship that allows other objects',
      'POST',
      '/v2/objects/deals/attributes',
      newAttribute({
        api_slug: 'x',
        type: 'record-reference',
        relationship: related('x_back'),
        config: { record_reference: { allowed_objects: ['people'] } },
      }),
      400,
      'validation_type',
    ],
    [
      'a relationship with itself under one name',
      'POST',
      '/v2/objects/companies/attributes',
      newAttribute({ api_slug: 'x', type: 'record-reference', relationship: related('x') }),
      409,
      'slug_conflict',
    ],
    ['a malformed flag', 'GET', '/v2/objects/deals/attributes?show_archived=maybe', undefined, 400, 'validation_type'],
  ])('refuse %s', async (_case, method, path, body, status, code) => {
    const answer = await client.ask(method, path, body);
    expect([answer.status, answer.body]).toMatchObject([status, { code }]);
  });
});

describe('options and statuses', () => {
  const titles = async (path: string) => (await get<{ title: string }[]>(path)).map(({ title }) => title);

  it('stand in their own order, the emoji part of the title', async () => {
    expect(await titles('/v2/objects/deals/attributes/stage/statuses')).toEqual(['Lead', 'In Progress', 'Won 🎉', 'Lost']);
    expect(await titles('/v2/objects/deals/attributes/lead_source/options')).toEqual([
      'Referral',
      'Website',
      'Event',
      'Outbound',
      'Partner',
    ]);
  });

  it('of a status attribute are no options, which is no error', async () => {
    expect(await titles('/v2/objects/deals/attributes/stage/options')).toEqual([]);
  });

  it('are renamed by title, archived, and still read on the records that have them', async () => {
    const values = { name: 'x', stage: 'Lead', owner: 'ana@northwind.com', lead_source: 'Partner' };
    const { body } = await client.ask('POST', '/v2/objects/deals/records', { data: { values } });
    const id = (body as { data: { id: { record_id: string } } }).data.id.record_id;
    const path = '/v2/objects/deals/attributes/lead_source/options';
    await client.ask('PATCH', `${path}/Partner`, { data: { title: 'Alliance', is_archived: true } });
    expect(await titles(path)).not.toContain('Alliance');
    expect(await titles(`${path}?show_archived=true`)).toContain('Alliance');
    const record = await get<{ values: { lead_source: unknown } }>(`/v2/objects/deals/records/${id}`);
    expect(record.values.lead_source).toMatchObject([{ option: { title: 'Alliance', is_archived: true } }]);
  });

  it.each<[string, string, string, unknown, number, string, string]>([
    [
      'a second option of one title',
      'POST',
      'lead_source/options',
      { title: 'Event' },
      409,
      'slug_conflict',
      'There is already another select option with the title "Event".',
    ],
    [
      'a second status of one title',
      'POST',
      'stage/statuses',
      { title: 'Lead' },
      409,
      'slug_conflict',
      'There is already another status with the title "Lead".',
    ],
    [
      'an option on a text',
      'POST',
      'name/options',
      { title: 'x' },
      400,
      'validation_type',
      'This attribute is not a select attribute.',
    ],
    [
      'a status on a text',
      'POST',
      'name/statuses',
      { title: 'x' },
      400,
      'validation_type',
      'This attribute is not a status attribute.',
    ],
    [
      'a change of an unknown option',
      'PATCH',
      'lead_source/options/Medium',
      { title: 'x' },
      400,
      'value_not_found',
      'Cannot find select attribute with select option title "Medium".',
    ],
    [
      'a change of an unknown status',
      'PATCH',
      'stage/statuses/Medium',
      { title: 'x' },
      400,
      'value_not_found',
      'Cannot find status attribute with status option title "Medium".',
    ],
    [
      'renaming into a title that is taken',
      'PATCH',
      'stage/statuses/Lead',
      { title: 'Lost' },
      409,
      'slug_conflict',
      'There is already another status with the title "Lost".',
    ],
    ['an empty title', 'POST', 'lead_source/options', { title: '' }, 400, 'validation_type', 'Body payload validation error.'],
  ])('refuse %s', async (_case, method, path, data, status, code, message) => {
    const answer = await client.ask(method, `/v2/objects/deals/attributes/${path}`, { data });
    expect([answer.status, answer.body]).toMatchObject([status, { code, message }]);
  });
});

describe('members', () => {
  it('are six, the admin first, the suspended one among them', async () => {
    const members = await get<{ email_address: string; access_level: string }[]>('/v2/workspace_members');
    expect(members).toHaveLength(6);
    expect(members[0]).toMatchObject({
      first_name: 'Ana',
      last_name: 'Kovač',
      email_address: 'ana@northwind.com',
      access_level: 'admin',
      avatar_url: null,
    });
    expect(members.filter((member) => member.access_level === 'suspended')).toHaveLength(1);
    expect(members.map((member) => member.email_address)).toContain('person@company.com');
  });

  it('are found by id, or not', async () => {
    const [ana] = await get<{ id: { workspace_member_id: string } }[]>('/v2/workspace_members');
    expect(await get(`/v2/workspace_members/${ana?.id.workspace_member_id}`)).toEqual(ana);
    const id = '5a4d8cf1-0b0e-4c51-9d5c-0d3a15119000';
    const { status, body } = await client.ask('GET', `/v2/workspace_members/${id}`);
    expect([status, body]).toMatchObject([404, { code: 'not_found', message: `Workspace member with ID "${id}" not found.` }]);
    expect((await client.ask('GET', '/v2/workspace_members/me')).status).toBe(400);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, startTestClient, type TestClient } from '../test-client.ts';

type Value = Record<string, unknown> & { active_from: string };
type WireRecord = { id: { record_id: string }; created_at: string; web_url: string; values: Record<string, Value[]> };

let client: TestClient;
beforeAll(async () => {
  client = await startTestClient();
});
afterAll(() => client.close());

const recordOf = (answer: Answer) => (answer.body as { data: WireRecord }).data;
const create = (object: string, values: unknown) => client.ask('POST', `/v2/objects/${object}/records`, { data: { values } });
const deal = (values: Record<string, unknown> = {}) =>
  create('deals', { name: 'A deal', stage: 'Lead', owner: 'ana@northwind.com', ...values });
const read = async (object: string, id: string) => recordOf(await client.ask('GET', `/v2/objects/${object}/records/${id}`));
const targets = (record: WireRecord, slug: string) => record.values[slug]?.map((value) => value.target_record_id);
const find = async (object: string, filter: unknown): Promise<WireRecord> => {
  const { body } = await client.ask('POST', `/v2/objects/${object}/records/query`, { filter, limit: 1 });
  const [record] = (body as { data: WireRecord[] }).data;
  if (!record) throw new Error('The demo workspace lacks a record');
  return record;
};
const countDeals = async () =>
  ((await client.ask('POST', '/v2/objects/deals/records/query', {})).body as { data: unknown[] }).data.length;

/** The request of Attio's own "Create a deal record" page. */
const documentedExample = {
  name: 'Contract with Fundstack',
  stage: 'In Progress',
  owner: 'person@company.com',
  value: 4200,
  associated_people: [{ target_object: 'people', email_addresses: [{ email_address: 'person@company.com' }] }],
  associated_company: { target_object: 'companies', domains: [{ domain: 'company.com' }] },
};

describe('creating a record', () => {
  it("creates the deal of Attio's documented example request, answering 200 and the whole record", async () => {
    const answer = await create('deals', documentedExample);
    expect(answer.status).toBe(200);
    const { id, web_url, created_at, values } = recordOf(answer);
    expect(web_url).toBe(`${client.url}/northwind/deals/record/${id.record_id}`);
    expect(Object.keys(values).slice(0, 9)).toEqual([
      'record_id',
      'name',
      'stage',
      'owner',
      'value',
      'associated_people',
      'associated_company',
      'created_at',
      'created_by',
    ]);
    expect(values).toMatchObject({
      record_id: [{ value: id.record_id, attribute_type: 'text' }],
      name: [{ value: 'Contract with Fundstack', attribute_type: 'text', active_from: created_at }],
      stage: [{ status: { title: 'In Progress', is_archived: false }, attribute_type: 'status' }],
      owner: [{ referenced_actor_type: 'workspace-member', attribute_type: 'actor-reference' }],
      value: [{ currency_value: 4200, currency_code: 'USD', attribute_type: 'currency' }],
      associated_people: [{ target_object: 'people', attribute_type: 'record-reference' }],
      associated_company: [{ target_object: 'companies', attribute_type: 'record-reference' }],
      created_at: [{ value: created_at, attribute_type: 'timestamp' }],
      created_by: [{ referenced_actor_type: 'api-token', attribute_type: 'actor-reference' }],
      close_date: [],
      products: [],
    });
    expect(await read('deals', id.record_id)).toEqual(recordOf(answer));
  });

  it('refuses it whole when a record it refers to is missing', async () => {
    const before = await countDeals();
    const company = { target_object: 'companies', domains: [{ domain: 'nowhere-at-all.com' }] };
    const { status, body } = await create('deals', { ...documentedExample, associated_company: company });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'value_not_found' });
    expect(await countDeals()).toBe(before);
  });

  it.each(['name', 'stage', 'owner'])('needs %s and names the missing attribute by id', async (slug) => {
    const { body: attribute } = await client.ask('GET', `/v2/objects/deals/attributes/${slug}`);
    const id = (attribute as { data: { id: { attribute_id: string } } }).data.id.attribute_id;
    const { status, body } = await deal({ [slug]: [] });
    expect(status).toBe(400);
    const message = `Required value for attribute with ID "${id}" was not provided.`;
    expect(body).toEqual({ status_code: 400, type: 'invalid_request_error', code: 'missing_value', message });
  });

  it('takes an empty name for a missing one', async () => {
    expect((await deal({ name: '' })).body).toMatchObject({ code: 'missing_value' });
  });

  it('takes attribute ids for keys and the object id in the path', async () => {
    const { body } = await client.ask('GET', '/v2/objects/deals/attributes/seats');
    const { object_id, attribute_id } = (body as { data: { id: { object_id: string; attribute_id: string } } }).data.id;
    const values = { name: 'By id', stage: 'Lead', owner: 'ana@northwind.com', [attribute_id]: 12 };
    expect(recordOf(await create(object_id, values)).values.seats).toMatchObject([{ value: 12 }]);
  });

  it('refuses the same attribute twice, by slug and by id', async () => {
    const { body } = await client.ask('GET', '/v2/objects/deals/attributes/seats');
    const { attribute_id } = (body as { data: { id: { attribute_id: string } } }).data.id;
    expect((await deal({ seats: 1, [attribute_id]: 2 })).body).toMatchObject({ code: 'duplicate_values' });
  });

  it('judges keys before forms, forms before references, and references before what is required', async () => {
    const unknownKey = await create('deals', { nonsense: 1, seats: 'many', associated_company: 'nowhere-at-all.com' });
    expect(unknownKey.body).toMatchObject({ message: expect.stringContaining('nonsense') });
    const wrongForm = await create('deals', { associated_company: 'nowhere-at-all.com', seats: 'many' });
    expect(wrongForm.body).toMatchObject({ code: 'validation_type' });
    const missingRecord = await create('deals', { associated_company: 'nowhere-at-all.com' });
    expect(missingRecord.body).toMatchObject({ code: 'value_not_found' });
  });
});

describe('relationships have two sides', () => {
  it('a deal stands on its company and on its people', async () => {
    const { id, values } = recordOf(await create('deals', documentedExample));
    const [companyId] = targets(recordOf(await create('deals', documentedExample)), 'associated_company') ?? [];
    expect(values.associated_company).toMatchObject([{ target_record_id: companyId }]);
    expect(targets(await read('companies', String(companyId)), 'associated_deals')).toContain(id.record_id);
    const person = await find('people', { email_addresses: 'person@company.com' });
    expect(targets(person, 'associated_deals')).toContain(id.record_id);
  });

  it('moving a person to another company takes them out of the first team', async () => {
    const globex = await find('companies', { domains: 'globex.com' });
    const initech = await find('companies', { domains: 'initech.com' });
    const person = recordOf(await create('people', { name: 'Vee', company: 'globex.com' }));
    const team = async (company: WireRecord) => targets(await read('companies', company.id.record_id), 'team');
    expect(await team(globex)).toContain(person.id.record_id);
    await client.ask('PATCH', `/v2/objects/companies/records/${initech.id.record_id}`, {
      data: { values: { team: [{ target_object: 'people', target_record_id: person.id.record_id }] } },
    });
    expect(await team(globex)).not.toContain(person.id.record_id);
    expect(await team(initech)).toContain(person.id.record_id);
    expect(targets(await read('people', person.id.record_id), 'company')).toEqual([initech.id.record_id]);
  });

  it('deleting a record takes it out of every record that referred to it', async () => {
    const { id } = recordOf(await create('deals', documentedExample));
    const { status, body } = await client.ask('DELETE', `/v2/objects/deals/records/${id.record_id}`);
    expect([status, body]).toEqual([200, {}]);
    const person = await find('people', { email_addresses: 'person@company.com' });
    expect(targets(person, 'associated_deals')).not.toContain(id.record_id);
    const again = await client.ask('DELETE', `/v2/objects/deals/records/${id.record_id}`);
    const message = `Record with ID "${id.record_id}" not found.`;
    expect(again.body).toEqual({ status_code: 404, type: 'invalid_request_error', code: 'not_found', message });
  });
});

describe('updating a record', () => {
  const options = (record: WireRecord) => record.values.products?.map((value) => (value.option as { title: string }).title);

  it('PATCH puts new values in front of a multiselect, ignores those it has, and removes none', async () => {
    const { id } = recordOf(await deal({ products: ['Platform', 'Support'] }));
    const patch = async (products: string[]) =>
      recordOf(await client.ask('PATCH', `/v2/objects/deals/records/${id.record_id}`, { data: { values: { products } } }));
    expect(options(await patch(['Training', 'Support']))).toEqual(['Training', 'Platform', 'Support']);
    expect(options(await patch([]))).toEqual(['Training', 'Platform', 'Support']);
  });

  it('PUT makes a multiselect exactly what was sent and leaves unmentioned attributes alone', async () => {
    const { id } = recordOf(await deal({ products: ['Platform', 'Support'], seats: 5 }));
    const answer = await client.ask('PUT', `/v2/objects/deals/records/${id.record_id}`, {
      data: { values: { products: ['Analytics'] } },
    });
    expect(options(recordOf(answer))).toEqual(['Analytics']);
    expect(recordOf(answer).values.seats).toMatchObject([{ value: 5 }]);
  });

  it('a value that stays the same is not rewritten', async () => {
    const first = recordOf(await deal({ seats: 5 }));
    const path = `/v2/objects/deals/records/${first.id.record_id}`;
    const second = recordOf(await client.ask('PATCH', path, { data: { values: { seats: 5, name: 'Renamed' } } }));
    expect(second.values.seats).toEqual(first.values.seats);
    expect(second.values.name?.[0]?.value).toBe('Renamed');
  });

  it('an empty list clears a single value, but not a required one', async () => {
    const { id } = recordOf(await deal({ seats: 5 }));
    const path = `/v2/objects/deals/records/${id.record_id}`;
    expect(recordOf(await client.ask('PATCH', path, { data: { values: { seats: [] } } })).values.seats).toEqual([]);
    expect((await client.ask('PATCH', path, { data: { values: { stage: [] } } })).body).toMatchObject({ code: 'missing_value' });
  });

  it('an unknown record is a 404, a malformed id a 400', async () => {
    const body = { data: { values: {} } };
    const unknown = await client.ask('PATCH', '/v2/objects/deals/records/5a4d8cf1-0b0e-4c51-9d5c-0d3a15119000', body);
    expect([unknown.status, unknown.body]).toMatchObject([404, { code: 'not_found' }]);
    const malformed = await client.ask('PATCH', '/v2/objects/deals/records/not-a-uuid', body);
    expect([malformed.status, malformed.body]).toMatchObject([
      400,
      { code: 'validation_type', validation_errors: [{ path: ['record_id'] }] },
    ]);
  });

  it('a record of another object is not found here', async () => {
    const person = await find('people', { email_addresses: 'bo@globex.com' });
    expect((await client.ask('GET', `/v2/objects/deals/records/${person.id.record_id}`)).status).toBe(404);
  });
});

describe('unique values', () => {
  it('of fifty simultaneous creates with one address, one is created', async () => {
    const values = { name: 'Only, One', email_addresses: ['only.one@globex.com'] };
    const answers = await Promise.all(Array.from({ length: 50 }, () => create('people', values)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.find(({ status }) => status !== 200);
    expect(refused?.status).toBe(400);
    expect(refused?.body).toEqual({
      status_code: 400,
      type: 'invalid_request_error',
      code: 'uniqueness_conflict',
      message:
        'A value provided for attribute with slug "email_addresses" conflicts with one already in the system. This attribute has a uniqueness constraint. Please ensure all values for this attribute do not exist on another record.',
    });
  });

  it('ignore case, and are free again once their record is gone', async () => {
    const { id } = recordOf(await create('people', { email_addresses: ['gone@globex.com'] }));
    expect((await create('people', { email_addresses: ['GONE@Globex.com'] })).body).toMatchObject({
      code: 'uniqueness_conflict',
    });
    await client.ask('DELETE', `/v2/objects/people/records/${id.record_id}`);
    expect((await create('people', { email_addresses: ['gone@globex.com'] })).status).toBe(200);
  });

  it('refuse an update that takes what another record holds', async () => {
    const { id } = recordOf(await create('people', { email_addresses: ['mine@globex.com'] }));
    const body = { data: { values: { email_addresses: ['bo@globex.com'], job_title: 'Changed' } } };
    const { status } = await client.ask('PATCH', `/v2/objects/people/records/${id.record_id}`, body);
    expect(status).toBe(400);
    expect((await read('people', id.record_id)).values.job_title).toEqual([]);
  });
});

describe('asserting a record', () => {
  const assert = (object: string, attribute: string, values: unknown) =>
    client.ask('PUT', `/v2/objects/${object}/records?matching_attribute=${attribute}`, { data: { values } });

  it('creates it the first time, finds it the second, and rewrites nothing', async () => {
    const values = { email_addresses: ['assert@globex.com'], company: 'globex.com' };
    const first = await assert('people', 'email_addresses', values);
    const second = await assert('people', 'email_addresses', values);
    expect(first.status).toBe(200);
    expect(recordOf(second)).toEqual(recordOf(first));
  });

  it('adds to a multiselect matching attribute and replaces every other multiselect', async () => {
    await assert('people', 'email_addresses', { email_addresses: ['a1@globex.com'], phone_numbers: ['+12125550100'] });
    const values = { email_addresses: ['a2@globex.com', 'a1@globex.com'], phone_numbers: ['+12125550101'] };
    const record = recordOf(await assert('people', 'email_addresses', values));
    expect(record.values.email_addresses?.map((value) => value.email_address)).toEqual(['a2@globex.com', 'a1@globex.com']);
    expect(record.values.phone_numbers?.map((value) => value.phone_number)).toEqual(['+12125550101']);
  });

  it('works on deals once they have a unique attribute', async () => {
    await client.ask('POST', '/v2/objects/deals/attributes', {
      data: {
        title: 'Reference',
        description: null,
        api_slug: 'reference',
        type: 'text',
        is_required: false,
        is_unique: true,
        is_multiselect: false,
        config: {},
      },
    });
    const values = { reference: 'D-1', name: 'Asserted', stage: 'Lead', owner: 'ana@northwind.com' };
    const first = recordOf(await assert('deals', 'reference', values));
    const second = recordOf(await assert('deals', 'reference', { reference: 'D-1', stage: 'Lost' }));
    expect(second.id).toEqual(first.id);
    expect(second.values.stage).toMatchObject([{ status: { title: 'Lost' } }]);
    expect((await assert('deals', 'reference', { reference: 'D-2', name: 'No stage' })).body).toMatchObject({
      code: 'missing_value',
    });
  });

  it.each<[string, string, string, unknown, number, string]>([
    ['on an attribute that does not exist', 'deals', 'my-attribute', { name: 'x' }, 400, 'value_not_found'],
    ['on an attribute that is not unique', 'deals', 'name', { name: 'x' }, 400, 'matching_attribute_definition_not_unique'],
    ['without a value to match', 'people', 'email_addresses', { name: 'x' }, 400, 'missing_value'],
    ['without naming the attribute', 'people', '', { name: 'x' }, 400, 'validation_type'],
    ['of an object that does not exist', 'nothings', 'x', { name: 'x' }, 404, 'not_found'],
  ])('is refused %s', async (_case, object, attribute, values, status, code) => {
    const answer = await assert(object, attribute, values);
    expect([answer.status, answer.body]).toMatchObject([status, { code }]);
  });

  it('is refused when its values lead to two records', async () => {
    const { body } = await assert('people', 'email_addresses', { email_addresses: ['bo@globex.com', 'jon@initech.com'] });
    expect(body).toMatchObject({ code: 'multiple_match_results' });
  });
});

describe('the body of a record write', () => {
  it.each<[unknown, (string | number)[]]>([
    [{}, ['data']],
    [{ data: {} }, ['data', 'values']],
    [{ data: { values: [] } }, ['data', 'values']],
    [{ data: { values: {}, more: 1 } }, ['data']],
    [[], []],
  ])('%j is refused at %j', async (body, path) => {
    const answer = await client.ask('POST', '/v2/objects/deals/records', body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      code: 'validation_type',
      message: 'Body payload validation error.',
      validation_errors: [{ path }],
    });
  });

  it('an unknown object is a 404 that names it', async () => {
    const { status, body } = await create('nothings', {});
    expect([status, body]).toMatchObject([404, { code: 'not_found', message: 'Object with slug/ID "nothings" not found.' }]);
  });
});

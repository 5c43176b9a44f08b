import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestClient, type TestClient } from '../test-client.ts';

type Values = Record<string, Record<string, unknown>[]>;
type RecordAnswer = { data: { id: { record_id: string }; values: Values } };

let client: TestClient;
const memberId = async () => {
  const { body } = await client.ask('GET', '/v2/workspace_members');
  return (body as { data: { id: { workspace_member_id: string } }[] }).data[0]?.id.workspace_member_id ?? '';
};

beforeAll(async () => {
  client = await startTestClient();
  await client.ask('POST', '/v2/objects', { data: { api_slug: 'trials', singular_noun: 'Trial', plural_noun: 'Trials' } });
  const types = ['text', 'number', 'checkbox', 'currency', 'date', 'timestamp', 'rating', 'select', 'location', 'domain'];
  for (const type of types) await addAttribute(`a_${type}`, type, false);
  await addAttribute('a_actor', 'actor-reference', false);
  await addAttribute('many_select', 'select', true);
  await addAttribute('many_domain', 'domain', true);
  await addAttribute('many_email', 'email-address', true);
  await addAttribute('many_phone', 'phone-number', true);
  await addAttribute('a_person', 'record-reference', false, { record_reference: { allowed_objects: ['people'] } });
  await addAttribute('many_any', 'record-reference', true, { record_reference: { allowed_objects: ['people', 'companies'] } });
  for (const title of ['A', 'B', 'C']) {
    await client.ask('POST', '/v2/objects/trials/attributes/a_select/options', { data: { title } });
    await client.ask('POST', '/v2/objects/trials/attributes/many_select/options', { data: { title } });
  }
});
afterAll(() => client.close());

async function addAttribute(
  slug: string,
  type: string,
  isMultiselect: boolean,
  config: Record<string, unknown> = {},
): Promise<void> {
  const currency = type === 'currency' ? { currency: { default_currency_code: 'EUR', display_type: 'symbol' } } : {};
  const { status } = await client.ask('POST', '/v2/objects/trials/attributes', {
    data: {
      title: slug,
      description: null,
      api_slug: slug,
      type,
      is_required: false,
      is_unique: false,
      is_multiselect: isMultiselect,
      config: { ...currency, ...config },
    },
  });
  expect(status).toBe(200);
}

/** Writes one value and answers the type's own part of its read form. */
async function roundTrip(slug: string, written: unknown, object = 'trials'): Promise<unknown> {
  const { status, body } = await client.ask('POST', `/v2/objects/${object}/records`, { data: { values: { [slug]: written } } });
  expect(body, JSON.stringify(body)).toHaveProperty('data');
  expect(status).toBe(200);
  return ((body as RecordAnswer).data.values[slug] ?? []).map((value) => {
    const { active_from, active_until, created_by_actor, attribute_type, ...own } = value;
    expect(active_from).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/);
    expect(active_until).toBeNull();
    expect(created_by_actor).toMatchObject({ type: 'api-token' });
    expect(attribute_type).toBeTypeOf('string');
    return own;
  });
}

const place = {
  line_1: 'Ilica 1',
  line_2: null,
  line_3: null,
  line_4: null,
  locality: 'Zagreb',
  region: null,
  postcode: '10000',
};
const fullPlace = { ...place, country_code: 'HR', latitude: '45.8', longitude: '15.97' };
const ada = { first_name: 'Ada', last_name: 'Lovelace', full_name: 'Ada Lovelace' };
const bob = {
  original_email_address: 'Bob.S@App.Attio.com',
  email_address: 'bob.s@app.attio.com',
  email_domain: 'app.attio.com',
  email_root_domain: 'attio.com',
  email_local_specifier: 'bob.s',
};
const phone = { original_phone_number: '+44 7777 777777', country_code: 'GB', phone_number: '+447777777777' };

describe('every written form of a value reads back in the one read form', () => {
  it.each<[string, unknown, unknown]>([
    ['a_text', 'x', { value: 'x' }],
    ['a_text', { value: 'ø 𝒳 مرحبا' }, { value: 'ø 𝒳 مرحبا' }],
    ['a_text', ['in a list of one'], { value: 'in a list of one' }],
    ['a_number', 3.14, { value: 3.14 }],
    ['a_number', { value: -2 }, { value: -2 }],
    ['a_checkbox', true, { value: true }],
    ['a_checkbox', 'false', { value: false }],
    ['a_checkbox', { value: 'true' }, { value: true }],
    ['a_currency', 4.99, { currency_value: 4.99, currency_code: 'EUR' }],
    ['a_currency', '4.9901', { currency_value: 4.9901, currency_code: 'EUR' }],
    ['a_currency', { currency_value: 10000 }, { currency_value: 10000, currency_code: 'EUR' }],
    ['a_date', '2024-02-29', { value: '2024-02-29' }],
    ['a_date', '2023', { value: '2023-01-01' }],
    ['a_date', { value: '2023-01-02T23:00:00-10:00' }, { value: '2023-01-03' }],
    ['a_timestamp', '2023-01-02T13:00:00+02:00', { value: '2023-01-02T11:00:00.000000000Z' }],
    ['a_timestamp', { value: '2023-01' }, { value: '2023-01-01T00:00:00.000000000Z' }],
    ['a_timestamp', '2023-01-02T13:00:00.123456789Z', { value: '2023-01-02T13:00:00.123456789Z' }],
    ['a_rating', 0, { value: 0 }],
    ['a_rating', { value: 5 }, { value: 5 }],
    ['a_select', 'A', { option: expect.objectContaining({ title: 'A', is_archived: false }) }],
    ['a_select', { option: 'B' }, { option: expect.objectContaining({ title: 'B' }) }],
    ['a_location', fullPlace, fullPlace],
    ['a_domain', 'https://App.Attio.com/path?q=1', { domain: 'app.attio.com', root_domain: 'attio.com' }],
    ['many_domain', [{ domain: 'news.bbc.co.uk' }], { domain: 'news.bbc.co.uk', root_domain: 'bbc.co.uk' }],
    ['many_email', ['Bob.S@App.Attio.com'], bob],
    ['many_email', [{ email_address: 'Bob.S@App.Attio.com' }], bob],
    ['many_phone', ['+44 7777 777777'], phone],
    ['many_phone', [{ original_phone_number: '+44 7777 777777', country_code: null }], phone],
    [
      'many_phone',
      [{ original_phone_number: '07777 777777', country_code: 'GB' }],
      { ...phone, original_phone_number: '07777 777777' },
    ],
  ])('%s: %j', async (slug, written, read) => {
    expect(await roundTrip(slug, written)).toEqual([read]);
  });

  it('a personal name is three parts, "Last, First", or a first name alone', async () => {
    expect(await roundTrip('name', [ada], 'people')).toEqual([ada]);
    expect(await roundTrip('name', 'Lovelace, Ada', 'people')).toEqual([ada]);
    const first = { first_name: 'Ada Lovelace', last_name: '', full_name: 'Ada Lovelace' };
    expect(await roundTrip('name', 'Ada Lovelace', 'people')).toEqual([first]);
  });

  it('several options of a multiselect keep their order', async () => {
    const read = (await roundTrip('many_select', ['C', { option: 'A' }])) as { option: { title: string; id: object } }[];
    expect(read.map(({ option }) => option.title)).toEqual(['C', 'A']);
    expect(Object.keys(read[0]?.option.id ?? {})).toEqual(['workspace_id', 'object_id', 'attribute_id', 'option_id']);
  });

  it('an option may be written by its id', async () => {
    const [{ option }] = (await roundTrip('a_select', 'A')) as [{ option: { id: { option_id: string } } }];
    expect(await roundTrip('a_select', { option: option.id.option_id })).toMatchObject([{ option: { title: 'A' } }]);
  });

  it('an owner is a member by e-mail address, by e-mail object or by id', async () => {
    const id = await memberId();
    const read = [{ referenced_actor_type: 'workspace-member', referenced_actor_id: id }];
    expect(await roundTrip('a_actor', 'ANA@northwind.com')).toEqual(read);
    expect(await roundTrip('a_actor', { workspace_member_email_address: 'ana@northwind.com' })).toEqual(read);
    expect(await roundTrip('a_actor', { referenced_actor_type: 'workspace-member', referenced_actor_id: id })).toEqual(read);
  });

  it('a suspended member may still own something', async () => {
    expect(await roundTrip('a_actor', 'marta@northwind.com')).toHaveLength(1);
  });

  it('a record is referenced by id, by one matching attribute, or by a bare address where one object is allowed', async () => {
    const [byAddress] = (await roundTrip('a_person', 'bo@globex.com')) as [{ target_object: string; target_record_id: string }];
    expect(byAddress.target_object).toBe('people');
    expect(await roundTrip('a_person', byAddress)).toEqual([byAddress]);
    expect(await roundTrip('a_person', { target_object: 'people', email_addresses: ['bo@globex.com'] })).toEqual([byAddress]);
    expect(
      await roundTrip('many_any', [
        { target_object: 'companies', domains: [{ domain: 'globex.com' }] },
        { target_object: 'people', email_addresses: [{ email_address: 'joana@globex.com' }] },
      ]),
    ).toMatchObject([{ target_object: 'companies' }, { target_object: 'people' }]);
  });

  it('a stage is its title or its id', async () => {
    const { body } = await client.ask('GET', '/v2/objects/deals/attributes/stage/statuses');
    const [lead] = (body as { data: { id: { status_id: string }; title: string }[] }).data;
    for (const stage of ['Lead', { status: 'Lead' }, { status: lead?.id.status_id }, lead?.id.status_id]) {
      const values = { name: 'x', owner: 'ana@northwind.com', stage };
      const answer = await client.ask('POST', '/v2/objects/deals/records', { data: { values } });
      expect((answer.body as RecordAnswer).data.values.stage?.[0]?.status).toEqual({
        ...lead,
        target_time_in_status: null,
        celebration_enabled: false,
      });
    }
  });
});

describe('a value that does not fit is refused, and the answer says where', () => {
  it.each<[string, unknown, string, RegExp]>([
    ['a_text', 5, 'validation_type', /Invalid value supplied for attribute with ID "/],
    ['a_text', { value: 5 }, 'validation_type', /"path":\["value"\].*Expected string, received number/],
    ['a_text', null, 'validation_type', /"path":\["data","values","a_text"\],"message":"Invalid input"/],
    ['a_text', [null], 'validation_type', /Invalid input/],
    ['a_text', [['x']], 'validation_type', /Invalid input/],
    ['a_text', ['x', 'y'], 'multiple_values_for_single_value_attribute', /a_text/],
    ['a_number', '3.14', 'validation_type', /Invalid value supplied/],
    ['a_checkbox', 'yes', 'validation_type', /Invalid value supplied/],
    ['a_currency', { value: 5, currency: 'USD' }, 'validation_type', /Unrecognized key\(s\) in object: 'value', 'currency'/],
    ['a_currency', { currency_code: 'EUR', currency_value: 5 }, 'validation_type', /Unrecognized key/],
    ['a_currency', 1.23456, 'validation_type', /at most 4 decimal places/],
    ['a_currency', '1,000', 'validation_type', /Invalid value supplied/],
    ['a_date', '31/01/2024', 'validation_type', /Invalid date/],
    ['a_date', '2023-02-30', 'validation_type', /Invalid date/],
    ['a_timestamp', 'tomorrow', 'validation_type', /Invalid timestamp/],
    ['a_rating', 6, 'validation_type', /0 to 5/],
    ['a_select', 'Z', 'value_not_found', /Cannot find select option with title "Z"\./],
    ['a_select', { option: { id: 'x' } }, 'validation_type', /Expected string, received object/],
    ['many_select', 'A', 'validation_type', /Multi-select attribute expects an array/],
    ['many_select', ['A', { option: 'A' }], 'duplicate_values', /many_select/],
    ['a_location', { locality: 'Zagreb' }, 'validation_type', /"path":\["line_1"\],"message":"Required"/],
    ['a_domain', 'not a domain', 'validation_type', /Invalid domain/],
    ['many_email', ['bob@corp.test'], 'validation_type', /Invalid email address/],
    ['many_email', ['bob'], 'validation_type', /Invalid email address/],
    ['many_phone', ['07777 777777'], 'validation_type', /"path":\["original_phone_number"\],"message":"Invalid phone number"/],
    ['many_phone', [{ phone_number: '+447777777777' }], 'validation_type', /Unrecognized key/],
    ['a_actor', 'nobody@northwind.com', 'value_not_found', /nobody@northwind.com/],
    ['a_actor', 'Ana Kovač', 'value_not_found', /Ana Kovač/],
    [
      'a_actor',
      { referenced_actor_type: 'app', referenced_actor_id: '5a4d8cf1-0b0e-4c51-9d5c-0d3a15119000' },
      'validation_type',
      /literal/,
    ],
    [
      'a_person',
      { target_record_id: '5a4d8cf1-0b0e-4c51-9d5c-0d3a15119000' },
      'validation_type',
      /Missing target_object on record reference/,
    ],
    [
      'a_person',
      { target_object: 'people', email_addresses: ['a@b.com'], name: ['x'] },
      'validation_type',
      /Too many matching attributes/,
    ],
    ['a_person', { target_object: 'people', email_addresses: ['a@b.com', 'c@d.com'] }, 'validation_type', /exactly 1/],
    ['a_person', { target_object: 'companies', domains: ['globex.com'] }, 'validation_type', /cannot be referenced here/],
    ['a_person', '5a4d8cf1-0b0e-4c51-9d5c-0d3a15119000', 'validation_type', /Invalid value supplied/],
    [
      'a_person',
      { target_object: 'people', target_record_id: '5a4d8cf1-0b0e-4c51-9d5c-0d3a15119000' },
      'value_not_found',
      /5a4d8cf1/,
    ],
    ['a_person', 'nobody@globex.com', 'value_not_found', /nobody@globex.com/],
    ['nonsense', 'x', 'value_not_found', /Cannot find attribute with slug\/ID "nonsense"\./],
    ['created_at', '2024-01-01', 'system_edit_unauthorized', /created_at/],
  ])('%s: %j', async (slug, written, code, message) => {
    const { status, body } = await client.ask('POST', '/v2/objects/trials/records', { data: { values: { [slug]: written } } });
    expect(status).toBe(400);
    expect(body).toMatchObject({ status_code: 400, type: 'invalid_request_error', code });
    expect(JSON.stringify(body).replaceAll('\\"', '"')).toMatch(message);
  });

  it('a name without its three parts, as recorded', async () => {
    const { body } = await client.ask('POST', '/v2/objects/people/records', { data: { values: { name: [{}] } } });
    expect(body).toEqual({
      status_code: 400,
      type: 'invalid_request_error',
      code: 'validation_type',
      message: 'An invalid value was passed to attribute with slug "name".',
      validation_errors: ['first_name', 'last_name', 'full_name'].map((part) => ({
        code: 'invalid_type',
        path: [part],
        message: 'Required',
        expected: 'string',
        received: 'undefined',
      })),
    });
  });

  it('a reference that several records answer to', async () => {
    for (const name of ['Twin', 'Twin']) await client.ask('POST', '/v2/objects/trials/records', { data: { values: { name } } });
    await addAttribute('a_trial', 'record-reference', false, { record_reference: { allowed_objects: ['trials'] } });
    const values = { a_trial: { target_object: 'trials', name: ['Twin'] } };
    const { status, body } = await client.ask('POST', '/v2/objects/trials/records', { data: { values } });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'multiple_match_results' });
  });

  it('an archived option or stage', async () => {
    await client.ask('PATCH', '/v2/objects/trials/attributes/a_select/options/C', { data: { is_archived: true } });
    const { body } = await client.ask('POST', '/v2/objects/trials/records', { data: { values: { a_select: 'C' } } });
    expect(body).toMatchObject({ code: 'value_not_found' });
    await client.ask('POST', '/v2/objects/deals/attributes/stage/statuses', { data: { title: 'Old' } });
    await client.ask('PATCH', '/v2/objects/deals/attributes/stage/statuses/Old', { data: { is_archived: true } });
    const values = { name: 'x', owner: 'ana@northwind.com', stage: 'Old' };
    const refused = await client.ask('POST', '/v2/objects/deals/records', { data: { values } });
    expect(refused.body).toMatchObject({ code: 'value_not_found', message: 'Cannot find Status with title "Old"' });
  });
});

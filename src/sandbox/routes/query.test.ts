import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestClient, type TestClient } from '../test-client.ts';

type Hit = { id: { record_id: string }; values: Record<string, Record<string, unknown>[]> };

let client: TestClient;
let globexId = '';
let anaId = '';
beforeAll(async () => {
  client = await startTestClient();
  globexId = (await ask('companies', { filter: { domains: 'globex.com' } }))[0]?.id.record_id ?? '';
  const { body } = await client.ask('GET', '/v2/workspace_members');
  anaId = (body as { data: { id: { workspace_member_id: string } }[] }).data[0]?.id.workspace_member_id ?? '';
  const deals = [
    {
      name: 'Éclair ÅNGSTRÖM 1',
      value: 100,
      close_date: '2030-01-01',
      stage: 'Won 🎉',
      seats: 1,
      associated_company: 'globex.com',
    },
    {
      name: 'éclair ångström 2',
      value: 200.5,
      close_date: '2030-06-01',
      stage: 'Lead',
      needs_legal_review: true,
      lead_source: 'Event',
    },
    { name: '100%_done', value: 300, stage: 'Lost', associated_people: ['bo@globex.com'] },
  ];
  for (const values of deals) {
    const answer = await client.ask('POST', '/v2/objects/deals/records', {
      data: { values: { owner: 'ana@northwind.com', ...values } },
    });
    expect(answer.status).toBe(200);
  }
});
afterAll(() => client.close());

async function ask(object: string, query: unknown): Promise<Hit[]> {
  const { status, body } = await client.ask('POST', `/v2/objects/${object}/records/query`, query);
  expect(body, JSON.stringify(body)).toHaveProperty('data');
  expect(status).toBe(200);
  return (body as { data: Hit[] }).data;
}
/** The names of the deals a filter finds among those of this test. */
async function names(filter: unknown, others: Record<string, unknown> = {}): Promise<unknown[]> {
  const hits = await ask('deals', { filter, ...others });
  const mine = ['Éclair ÅNGSTRÖM 1', 'éclair ångström 2', '100%_done'];
  return hits.map((hit) => hit.values.name?.[0]?.value).filter((name) => mine.includes(String(name)));
}

const [one, two, three] = ['Éclair ÅNGSTRÖM 1', 'éclair ångström 2', '100%_done'];

describe('filters', () => {
  it.each<[unknown, unknown[]]>([
    [{ name: one }, [one]],
    [{ name: { $eq: two } }, [two]],
    [{ name: { value: { $eq: two } } }, [two]],
    [{ name: { $in: [one, three] } }, [three, one]],
    [{ name: { $contains: 'éCLAIR å' } }, [two, one]],
    [{ name: { $contains: '%_' } }, [three]],
    [{ name: { $starts_with: '100%' } }, [three]],
    [{ name: { $ends_with: 'ström 2' } }, [two]],
    [{ name: { $starts_with: 'é' }, stage: 'Lead' }, [two]],
    [{ value: { $gte: 200.5 } }, [three, two]],
    [{ value: { currency_value: '200.50' } }, [two]],
    [{ $and: [{ value: { $gt: 100 } }, { value: { $lt: 300 } }, { name: { $ends_with: '2' } }] }, [two]],
    [{ close_date: { $lte: '2030-01-01', $gt: '2029-12-31' } }, [one]],
    [{ stage: 'Won 🎉', name: { $starts_with: 'é' } }, [one]],
    [{ stage: { status: 'Lost' }, name: three }, [three]],
    [{ stage: { active_from: { $gt: '2020-01-01T00:00:00Z' } }, name: one }, [one]],
    [{ lead_source: 'Event', name: two }, [two]],
    [{ needs_legal_review: true, name: { $contains: 'clair' } }, [two]],
    [{ seats: { $not_empty: true }, name: { $contains: 'clair' } }, [one]],
    [{ $or: [{ stage: 'Lost' }, { name: one }], name: { $in: [one, three] } }, [three, one]],
    [{ $and: [{ $not: { stage: 'Lead' } }, { $not: { stage: 'Lost' } }, { name: { $contains: 'clair' } }] }, [one]],
    [{ associated_company: { target_object: 'companies', target_record_id: '$globex' } }, [one]],
    [{ associated_company: { target_record_id: { $in: ['$globex'] } } }, [one]],
    [{ owner: { referenced_actor_type: 'workspace-member', referenced_actor_id: '$ana' }, name: one }, [one]],
    [
      {
        path: [
          ['deals', 'associated_company'],
          ['companies', 'domains'],
        ],
        constraints: { domain: 'globex.com' },
      },
      [one],
    ],
    [
      {
        path: [
          ['deals', 'associated_people'],
          ['people', 'company'],
          ['companies', 'name'],
        ],
        constraints: { value: 'Globex' },
      },
      [three],
    ],
  ])('%j', async (filter, expected) => {
    const ids = JSON.parse(JSON.stringify(filter).replaceAll('$globex', globexId).replaceAll('$ana', anaId)) as unknown;
    expect(await names(ids)).toEqual(expected);
  });

  it('of people: by parts of the address, of the name and of the number', async () => {
    const first = async (filter: unknown) => (await ask('people', { filter }))[0]?.values.name?.[0]?.full_name;
    expect(await first({ email_addresses: 'JOANA@globex.com' })).toBe('Joana Reis');
    expect(await first({ email_addresses: { email_domain: 'initech.com', email_local_specifier: { $starts_with: 'jo' } } })).toBe(
      'Jon Meier',
    );
    expect(await first({ name: { first_name: 'Jon', last_name: 'Meier' }, email_addresses: 'jon@initech.com' })).toBe(
      'Jon Meier',
    );
    const number = (await ask('people', { filter: { email_addresses: 'bo@globex.com' } }))[0]?.values.phone_numbers?.[0]
      ?.phone_number;
    expect(await first({ phone_numbers: String(number).slice(1) })).toBe('Bo Li');
    const part = String(number).slice(4, 9);
    expect(await first({ email_addresses: 'bo@globex.com', phone_numbers: { phone_number: { $contains: part } } })).toBe('Bo Li');
    const end = String(number).slice(-5);
    expect(await first({ email_addresses: 'bo@globex.com', phone_numbers: { $ends_with: end } })).toBe('Bo Li');
  });

  it('of people and companies: by parts that are filled', async () => {
    for (const values of [{ name: 'Solo' }, { name: 'Duo, Dora' }]) {
      expect((await client.ask('POST', '/v2/objects/people/records', { data: { values } })).status).toBe(200);
    }
    const found = async (name: unknown) =>
      (await ask('people', { filter: { name } })).map((hit) => hit.values.name?.[0]?.full_name);
    expect(await found({ first_name: 'Solo', full_name: { $not_empty: true } })).toEqual(['Solo']);
    expect(await found({ first_name: 'Solo', last_name: { $not_empty: true } })).toEqual([]);
    expect(await found({ last_name: { $not_empty: true, $starts_with: 'duo' } })).toEqual(['Dora Duo']);
    await client.ask('POST', '/v2/objects/companies/records', { data: { values: { name: 'Without domain' } } });
    const all = await ask('companies', {});
    const withDomain = all.filter((hit) => (hit.values.domains ?? []).length > 0);
    expect(withDomain.length).toBeLessThan(all.length);
    for (const field of ['domain', 'root_domain']) {
      expect(await ask('companies', { filter: { domains: { [field]: { $not_empty: true } } } })).toEqual(withDomain);
    }
    expect(await names({ stage: { status: { $not_empty: true } }, seats: { value: { $not_empty: true } } })).toEqual([one]);
  });

  it('of records: by id and time of creation', async () => {
    const hits = await ask('companies', { filter: { record_id: globexId } });
    expect(hits).toHaveLength(1);
    expect(await ask('companies', { filter: { record_id: globexId, created_at: { $gt: '2026-03-01T00:00:00Z' } } })).toHaveLength(
      0,
    );
  });

  it.each<[unknown, string]>([
    [{ id: 'x' }, 'unknown_filter_attribute_slug'],
    [{ $not: { $or: [{ stage: 'Won 🎉' }, { stage: 'Lost' }] } }, 'unknown_filter_attribute_slug'],
    [{ $nor: [] }, 'unknown_filter_attribute_slug'],
    [{ stage: { $in: ['Lead'] } }, 'invalid_filter_operator'],
    [{ lead_source: { $in: ['Event'] } }, 'invalid_filter_operator'],
    [{ name: { $ne: 'x' } }, 'invalid_filter_operator'],
    [{ name: { $gt: 'x' } }, 'invalid_filter_operator'],
    [{ associated_people: { $not_empty: true } }, 'invalid_filter_operator'],
    [{ associated_people: { target_record_id: { $contains: 'x' } } }, 'invalid_filter_operator'],
    [{ associated_people: { target_record_id: { $not_empty: true } } }, 'invalid_filter_operator'],
    [{ name: { value: { $not_empty: false } } }, 'filter_error'],
    [{ constructor: 'x' }, 'unknown_filter_attribute_slug'],
    [{ name: { title: 'x' } }, 'invalid_filter_field'],
    [{ owner: { referenced_actor_id: '5a4d8cf1-0b0e-4c51-9d5c-0d3a15119000' } }, 'filter_error'],
    [{ stage: 'No such stage' }, 'value_not_found'],
    [{ lead_source: 'No such source' }, 'value_not_found'],
    [{ value: { $gt: 'much' } }, 'filter_error'],
    [{ close_date: 'soon' }, 'filter_error'],
    [{ $and: {} }, 'filter_error'],
    [{ name: {} }, 'filter_error'],
    [
      {
        path: [
          ['deals', 'name'],
          ['people', 'name'],
        ],
        constraints: { value: 'x' },
      },
      'filter_error',
    ],
  ])('%j is refused with %s', async (filter, code) => {
    const { status, body } = await client.ask('POST', '/v2/objects/deals/records/query', { filter });
    expect([status, body]).toMatchObject([400, { status_code: 400, type: 'invalid_request_error', code }]);
  });

  it('a phone number as it was typed is no filter', async () => {
    const filter = { phone_numbers: { original_phone_number: '+12125550100' } };
    const { body } = await client.ask('POST', '/v2/objects/people/records/query', { filter });
    expect(body).toMatchObject({ code: 'invalid_filter_field' });
  });

  it('nested beyond reason or wider than any database are refused, not failed', async () => {
    const deep = Array.from({ length: 30 }).reduce<unknown>((inner) => ({ $and: [inner] }), { name: 'x' });
    const wide = { $or: Array.from({ length: 5000 }, () => ({ name: 'x' })) };
    for (const filter of [deep, wide]) {
      const { status, body } = await client.ask('POST', '/v2/objects/deals/records/query', { filter });
      expect([status, body]).toMatchObject([400, { code: 'filter_error' }]);
    }
    expect(await names({ name: { $in: Array.from({ length: 50_000 }, String) } })).toEqual([]);
  });
});

describe('sorts and pages', () => {
  const mine = { name: { $in: [one, two, three] } };

  it('newest first unless told otherwise', async () => {
    expect(await names(mine)).toEqual([three, two, one]);
  });

  it.each<[unknown, unknown[]]>([
    [[{ direction: 'asc', attribute: 'value' }], [one, two, three]],
    [[{ direction: 'desc', attribute: 'value', field: 'currency_value' }], [three, two, one]],
    [[{ direction: 'asc', attribute: 'close_date' }], [one, two, three]],
    [[{ direction: 'desc', attribute: 'close_date' }], [two, one, three]],
    [[{ direction: 'asc', attribute: 'stage' }], [two, one, three]],
    [[{ direction: 'asc', attribute: 'name' }], [three, one, two]],
    [[{ direction: 'asc', attribute: 'created_at' }], [one, two, three]],
    [
      [
        {
          direction: 'asc',
          path: [
            ['deals', 'associated_company'],
            ['companies', 'name'],
          ],
        },
      ],
      [one, three, two],
    ],
  ])('%j', async (sorts, expected) => {
    expect(await names(mine, { sorts })).toEqual(expected);
  });

  it('pages with limit and offset, and carries a score', async () => {
    const { body, headers } = await client.ask('POST', '/v2/objects/deals/records/query', { filter: mine, limit: 1, offset: 1 });
    expect((body as { data: Hit[] }).data.map((hit) => hit.values.name?.[0]?.value)).toEqual([two]);
    expect(headers.get('x-attio-record-query-score')).toBe('0');
  });

  it('answers at most five hundred at once', async () => {
    expect(await ask('people', {})).toHaveLength(500);
    expect((await ask('people', { offset: 500 })).length).toBeGreaterThanOrEqual(400);
  });

  it.each<[unknown, string]>([
    [{ limit: 501 }, 'validation_type'],
    [{ limit: 0 }, 'validation_type'],
    [{ limit: 1.5 }, 'validation_type'],
    [{ offset: -1 }, 'validation_type'],
    [{ filter: [] }, 'validation_type'],
    [{ sorts: [{ attribute: 'name' }] }, 'validation_type'],
    [{ sorts: [{ direction: 'asc' }] }, 'validation_type'],
    [{ sorts: [{ direction: 'asc', attribute: 'associated_people' }] }, 'missing_sort_field'],
    [{ sorts: [{ direction: 'asc', attribute: 'nonsense' }] }, 'unknown_filter_attribute_slug'],
  ])('%j is refused with %s', async (query, code) => {
    const { status, body } = await client.ask('POST', '/v2/objects/deals/records/query', query);
    expect([status, body]).toMatchObject([400, { code }]);
  });

  it('an unknown object is not found, in other words than elsewhere', async () => {
    const { status, body } = await client.ask('POST', '/v2/objects/nothings/records/query', {});
    expect([status, body]).toMatchObject([404, { code: 'not_found', message: 'The referenced object was not found.' }]);
  });
});

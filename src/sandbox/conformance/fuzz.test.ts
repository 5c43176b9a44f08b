import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../openapi/operations.ts';
import { defaultOptions } from '../options.ts';
import { startTestClient, type TestClient } from '../test-client.ts';
import { createAttribute, createRecord } from './conformance-case.ts';
import { Service } from './service.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

let client: TestClient;
let service: Service;
/** What is there to be asked about, by the name of the parameter. */
let parameters: Record<string, string>;
let bodies: Record<string, Json>;
beforeAll(async () => {
  client = await startTestClient();
  service = new Service(client.url, defaultOptions.apiKey);
  const { api_slug: attribute } = await createAttribute(service, 'select', {}, { target: 'objects', identifier: 'deals' });
  const record = await createRecord(service, 'companies', { name: 'Fuzzed' });
  const { record_id } = record.id;
  parameters = { target: 'objects', identifier: 'deals', attribute, object: 'companies', list: 'renewals', record_id };
  const values = {
    name: 'Fuzzed',
    domains: ['fuzzed.com'],
    team: [{ target_object: 'people', target_record_id: record_id }],
  };
  const about = { parent_object: 'companies', parent_record_id: record_id };
  const entry = { body: { data: { ...about, entry_values: {} } } };
  const { id } = await service.data<{ id: { entry_id: string } }>('create-entry', parameters, entry);
  parameters.entry_id = id.entry_id;
  const attributeBody = {
    ...{ title: 'F', description: null, api_slug: 'f', type: 'currency', is_required: false, is_unique: false },
    ...{ is_multiselect: false, config: { currency: { default_currency_code: 'EUR', display_type: 'symbol' } } },
    ...{ default_value: { type: 'static', template: [{ currency_value: 1 }] }, relationship: null },
  };
  const query = {
    filter: { $and: [{ name: { $contains: 'x' } }, { $not: { domains: { domain: { $eq: 'x' } } } }] },
    sorts: [{ direction: 'asc', attribute: 'name', field: 'value' }],
    limit: 5,
    offset: 0,
  };
  const entryValues = { stage: [{ status: 'Upcoming' }], amount: 5, risk: 'Low', owner: 'ana@northwind.com' };
  const filter = { $and: [{ field: 'id.object_id', operator: 'equals', value: 'x' }] };
  const task = {
    deadline_at: '2027-01-01',
    is_completed: false,
    assignees: [{ workspace_member_email_address: 'ana@northwind.com' }],
  };
  const links = [{ target_object: 'companies', target_record_id: record_id }];
  const webhook = { target_url: 'https://example.com', subscriptions: [{ event_type: 'record.created', filter }] };
  const list = {
    name: 'F',
    api_slug: 'f',
    parent_object: 'companies',
    workspace_access: 'full-access',
    workspace_member_access: [],
  };
  bodies = {
    'create-object': { data: { api_slug: 'fuzz', singular_noun: 'F', plural_noun: 'Fs' } },
    'update-object': { data: { singular_noun: 'Company' } },
    'create-attribute': { data: attributeBody },
    'update-attribute': { data: { title: 'F', is_required: false, is_archived: false } },
    'create-option': { data: { title: 'F' } },
    'update-option': { data: { title: 'F', is_archived: false } },
    'create-status': { data: { title: 'F', celebration_enabled: true, target_time_in_status: 'P1D' } },
    'update-status': { data: { title: 'F', is_archived: false } },
    'query-records': query,
    'create-record': { data: { values } },
    'assert-record': { data: { values } },
    'update-record': { data: { values } },
    'overwrite-record': { data: { values } },
    'search-records': { query: 'x', objects: ['people'], request_as: { type: 'workspace' }, limit: 5 },
    'create-list': { data: list },
    'update-list': { data: { name: 'F' } },
    'query-entries': query,
    'create-entry': { data: { ...about, entry_values: entryValues } },
    'assert-entry': { data: { ...about, entry_values: entryValues } },
    'update-entry': { data: { entry_values: entryValues } },
    'overwrite-entry': { data: { entry_values: entryValues } },
    'create-note': { data: { ...about, title: 'F', format: 'markdown', content: '# F', meeting_id: null } },
    'create-task': { data: { content: 'F', format: 'plaintext', ...task, linked_records: links } },
    'update-task': { data: { ...task, linked_records: links } },
    'create-webhook': { data: webhook },
    'update-webhook': { data: webhook },
  };
});
afterAll(() => client.close());

// What breaks programs that do not expect it.
const oddText = fc.constantFrom(
  '',
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  '\ud800',
  '‮',
  'x'.repeat(70_000),
  '%',
  "';--",
  '$eq',
  '💥',
);
const odd: fc.Arbitrary<Json> = fc.oneof(
  oddText,
  fc.constantFrom<Json>(null, true, -1, 1e308, 5e-324, 2 ** 53, [], {}, [[]], [null], { $not: {} }, { path: [] }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.uuid(),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);
const oddKey = fc.oneof(oddText, fc.string());

/** The body with something odd in one of its places, however deep. */
function spoilt(body: Json): fc.Arbitrary<Json> {
  if (typeof body !== 'object' || body === null) return odd;
  const inside = Array.isArray(body)
    ? fc.tuple(fc.nat(body.length), odd).map(([index, value]): Json => body.toSpliced(index, 1, value))
    : fc.tuple(oddKey, odd).map(([key, value]): Json => ({ ...body, [key]: value }));
  const keys = Object.keys(body);
  if (keys.length === 0) return fc.oneof(odd, inside);
  const deeper = fc.constantFrom(...keys).chain((key) => {
    const source = body as Record<string, Json>;
    const changed = spoilt(source[key] ?? null).map((value): Json => {
      const copy: Record<string, Json> = { ...source, [key]: value };
      return Array.isArray(body) ? Object.values(copy) : copy;
    });
    if (Array.isArray(body)) return changed;
    const { [key]: _gone, ...rest } = source;
    return fc.oneof({ weight: 5, arbitrary: changed }, { weight: 1, arbitrary: fc.constant<Json>(rest) });
  });
  return fc.oneof({ weight: 1, arbitrary: odd }, { weight: 2, arbitrary: inside }, { weight: 6, arbitrary: deeper });
}

const someOf = (names: readonly string[], value: fc.Arbitrary<string>): fc.Arbitrary<Record<string, string>> =>
  names.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...names), value);

/** Asks, and lets the description judge: 200 or a 4xx in the envelope, and nothing else. */
async function survives(id: string, path: Record<string, string>, query: Record<string, string>, body: unknown) {
  const { status } = await service.ask(id, { ...parameters, ...path }, { query, ...(body !== undefined && { body }) });
  expect(status === 200 || (status >= 400 && status < 500)).toBe(true);
}

describe('whatever is sent', () => {
  const withBody = operations.filter(({ body }) => body !== undefined);
  it.each(withBody)('as the body of $id is answered in the envelope', async ({ id, query }) => {
    const body = bodies[id];
    if (body === undefined) throw new Error(`${id} has no example`);
    const needed: Record<string, string> = query?.matching_attribute ? { matching_attribute: 'domains' } : {};
    await fc.assert(
      fc.asyncProperty(spoilt(body), (sent) => survives(id, {}, needed, sent)),
      { numRuns: 60 },
    );
  });

  it.each(operations)('in the address of $id is answered in the envelope', async ({ id, path, query = {} }) => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name && name !== 'target' ? [name] : []));
    const short = fc.oneof(oddText, fc.uuid(), fc.string(), fc.integer().map(String)).filter((text) => text.length < 300);
    // An address with a dot or nothing for a name is another address, and half a surrogate has no address.
    const segment = short.filter((text) => !/^\.{0,2}$/.test(text) && !/[\ud800-\udfff]/.test(text));
    await fc.assert(
      fc.asyncProperty(someOf(names, segment), someOf(Object.keys(query), short), (inPath, inQuery) =>
        survives(id, inPath, inQuery, bodies[id]),
      ),
      { numRuns: 25 },
    );
  });
});

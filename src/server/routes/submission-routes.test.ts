import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { authorHeader, submissionPath } from '../../contract/paths.ts';
import { problemSchema } from '../../contract/problem.ts';
import { submissionSchema } from '../../contract/submission.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { type DealStack, signedInRep, startDealStack } from '../testing/deal-stack.ts';
import { answerJson, attioError, createLine } from '../testing/fault-proxy.ts';
import type { RepAnswer, RepRequest } from '../testing/rep.ts';

let stack: DealStack;
let ana: Awaited<ReturnType<typeof signedInRep>>;
let creates: number;
let now = Date.now();

beforeAll(async () => {
  stack = await startDealStack(startSandbox, { now: () => now });
  ana = await signedInRep(stack.server.url);
});
afterEach(() => stack.proxy.faults.clear());
afterAll(() => stack?.close());

const problemOf = ({ json }: RepAnswer) => problemSchema.parse(json);
const put = (body: RepRequest['body'], headers: Record<string, string | undefined> = {}, id: string = randomUUID()) =>
  ana.rep.call(submissionPath(id), { method: 'PUT', headers, ...(body === undefined ? {} : { body }) });
const envelope = (values: unknown) => JSON.stringify({ values, schema_version: 'test' });

/** A problem in our form, with its code; nothing went to Attio. */
function expectRefused(answer: RepAnswer, status: number, code: string): void {
  expect([answer.status, problemOf(answer).code]).toEqual([status, code]);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(problemOf(answer).request_id).toBe(answer.headers['x-request-id']);
  expect(stack.proxy.creates()).toBe(creates);
}

describe('A request that is not in order', () => {
  test.each<[string, number, string, () => Promise<RepAnswer>]>([
    ['is not JSON', 400, 'malformed_json', () => put('{"values": {')],
    ['has a comma too many', 400, 'malformed_json', () => put('{"values": {},}')],
    ['is not UTF-8', 400, 'malformed_json', () => put(Buffer.from('7b2276ff7d', 'hex'))],
    ['has no body', 400, 'malformed_json', () => put('')],
    ['begins with a byte order mark', 400, 'malformed_json', () => put(`\ufeff${envelope({})}`)],
    ['names a key twice', 400, 'duplicate_key', () => put('{"values":{"name":"a","name":"b"},"schema_version":"1"}')],
    [
      'names a key twice, once escaped',
      400,
      'duplicate_key',
      () => put('{"values":{"name":"a","n\\u0061me":"b"},"schema_version":"1"}'),
    ],
    ['names __proto__', 400, 'forbidden_key', () => put('{"values":{"__proto__":{"admin":true}},"schema_version":"1"}')],
    ['is nested nine deep', 400, 'too_deep', () => put(envelope({ name: [[[[[[[1]]]]]]] }))],
    ['is nested ten thousand deep', 400, 'too_deep', () => put('['.repeat(10_000) + ']'.repeat(10_000))],
    [
      'has 201 keys',
      400,
      'too_many_keys',
      () => put(envelope(Object.fromEntries(Array.from({ length: 199 }, (_, i) => [`k${i}`, 1])))),
    ],
    ['is larger than 1 MiB', 413, 'too_large', () => put(envelope({ name: 'x'.repeat(1_100_000) }))],
    ['was written by somebody else', 409, 'identity_mismatch', () => put(envelope(ana.deal()), { [authorHeader]: randomUUID() })],
    ['is plain text', 415, 'unsupported_media_type', () => put(envelope({}), { 'content-type': 'text/plain' })],
    ['is a form', 415, 'unsupported_media_type', () => put('values=1', { 'content-type': 'application/x-www-form-urlencoded' })],
    ['says nothing of its type', 415, 'unsupported_media_type', () => put(envelope({}), { 'content-type': undefined })],
    [
      'is JSON in another charset',
      415,
      'unsupported_media_type',
      () => put(envelope({}), { 'content-type': 'application/json; charset=utf-16' }),
    ],
    ['is a list', 422, 'invalid_request', () => put('[]')],
    ['has values that are no object', 422, 'invalid_request', () => put(envelope('name=1'))],
    ['lacks the schema version', 422, 'invalid_request', () => put(JSON.stringify({ values: {} }))],
    ['has an id that is no UUID', 400, 'invalid_submission_id', () => put(envelope({}), {}, 'not-a-uuid')],
    ['has an id that is SQL', 400, 'invalid_submission_id', () => put(envelope({}), {}, "1'%20or%20'1'='1")],
    ['lacks our header', 403, 'missing_header', () => put(envelope({}), { 'x-dealslip': undefined })],
    ['has another value in our header', 403, 'missing_header', () => put(envelope({}), { 'x-dealslip': '2' })],
    ['comes from another origin', 403, 'foreign_origin', () => put(envelope({}), { origin: 'https://evil.example' })],
    ['comes from the null origin', 403, 'foreign_origin', () => put(envelope({}), { origin: 'null' })],
    ['has no origin', 403, 'foreign_origin', () => put(envelope({}), { origin: undefined })],
    ['is started by another site', 403, 'foreign_site', () => put(envelope({}), { 'sec-fetch-site': 'cross-site' })],
    ['is started by a subdomain', 403, 'foreign_site', () => put(envelope({}), { 'sec-fetch-site': 'same-site' })],
    ['is typed into the address bar', 403, 'foreign_site', () => put(envelope({}), { 'sec-fetch-site': 'none' })],
    ['is for another host', 403, 'foreign_host', () => put(envelope({}), { host: 'rebound.example' })],
    ['has no session', 401, 'not_signed_in', () => put(envelope({}), { cookie: undefined })],
    [
      'has a made-up session',
      401,
      'not_signed_in',
      () => put(envelope({}), { cookie: 'dev-sid=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }),
    ],
  ])('%s: %d %s', async (_name, status, code, send) => {
    creates = stack.proxy.creates();
    expectRefused(await send(), status, code);
  });

  test('has a key of its own invention, which is named', async () => {
    creates = stack.proxy.creates();
    const answer = await put(JSON.stringify({ values: {}, schema_version: '1', workspace_id: 'w', is_admin: true }));
    expectRefused(answer, 422, 'invalid_request');
    expect(problemOf(answer).errors?.map(({ field, code }) => [field, code])).toEqual([
      ['workspace_id', 'unknown_field'],
      ['is_admin', 'unknown_field'],
    ]);
  });

  test('comes with a session that has been idle too long, or is too old however busy', async () => {
    creates = stack.proxy.creates();
    const late = await signedInRep(stack.server.url);
    const started = now;
    try {
      now = started + 28_799_000;
      expect((await late.rep.call('/api/session')).status).toBe(200);
      now += 28_801_000;
      expectRefused(await late.rep.submit(randomUUID(), late.deal()), 401, 'not_signed_in');

      now = started;
      const busy = await signedInRep(stack.server.url);
      for (let hour = 0; hour < 24; hour += 6) {
        now = started + hour * 3_600_000;
        expect((await busy.rep.call('/api/session')).status).toBe(200);
      }
      now = started + 24 * 3_600_000 + 1;
      expectRefused(await busy.rep.submit(randomUUID(), busy.deal()), 401, 'not_signed_in');
    } finally {
      now = started;
    }
  });
});

describe('Values that cannot become a deal are told by field, and Attio never hears of them', () => {
  const usd = (amount: unknown) => ({ value: { amount, currency: 'USD' } });
  test.each<[string, Record<string, unknown>, string, string]>([
    ['a deal without a name', { name: undefined }, 'name', 'required'],
    ['a name of blanks', { name: '   ' }, 'name', 'required'],
    ['a name that is a number', { name: 7 }, 'name', 'wrong_type'],
    ['a name that is an object', { name: { $ne: null } }, 'name', 'wrong_type'],
    ['a name of 10,001 characters', { name: 'x'.repeat(10_001) }, 'name', 'too_long'],
    ['a name with a NUL', { name: 'a\u0000b' }, 'name', 'forbidden_character'],
    ['a name with a lone surrogate', { name: 'a\ud800b' }, 'name', 'forbidden_character'],
    ['a name with a bidi override', { name: 'a\u202eb' }, 'name', 'forbidden_character'],
    ['a stage that is no stage', { stage: randomUUID() }, 'stage', 'unknown_status'],
    ['a stage by its title', { stage: 'Lead' }, 'stage', 'unknown_status'],
    ['an owner who is nobody', { owner: randomUUID() }, 'owner', 'unknown_member'],
    ['an amount with five decimals', usd('0.00001'), 'value', 'too_many_decimals'],
    ['an amount that is a number', usd(4200.5), 'value', 'wrong_type'],
    ['an amount in words', usd('12k'), 'value', 'not_an_amount'],
    ['an amount beyond exactness', usd('1234567890123456'), 'value', 'too_large'],
    ['another currency', { value: { amount: '1', currency: 'EUR' } }, 'value', 'wrong_currency'],
    ['a day that does not exist', { close_date: '2026-02-30' }, 'close_date', 'not_a_date'],
    ['an unknown option', { products: [randomUUID()] }, 'products', 'unknown_option'],
    ['people that are no list', { associated_people: { id: randomUUID() } }, 'associated_people', 'wrong_type'],
    [
      'a company that is a person',
      { associated_company: { id: randomUUID(), object: 'people' } },
      'associated_company',
      'wrong_object',
    ],
    ['a path for an id', { associated_company: { id: '../../v2/self' } }, 'associated_company', 'wrong_type'],
    ['a field nobody knows', { created_by: 'me' }, 'created_by', 'unknown_field'],
    ['a field called constructor', { constructor: 'x' }, 'constructor', 'unknown_field'],
  ])('%s', async (_name, more, field, code) => {
    creates = stack.proxy.creates();
    const id = randomUUID();
    const answer = await ana.rep.submit(id, ana.deal(more));
    expectRefused(answer, 422, 'invalid_values');
    expect(problemOf(answer).errors?.map((error) => [error.field, error.code])).toEqual([[field, code]]);
    expect((await ana.rep.call(submissionPath(id))).status).toBe(404);
  });

  test('a suspended owner', async () => {
    creates = stack.proxy.creates();
    const suspended = ana.form.members.find((member) => member.suspended)?.id;
    const answer = await ana.rep.submit(randomUUID(), ana.deal({ owner: suspended }));
    expectRefused(answer, 422, 'invalid_values');
    expect(problemOf(answer).errors).toMatchObject([{ field: 'owner', code: 'suspended_member' }]);
  });
});

describe('What Attio refuses is told at the field that it means', () => {
  const refusedAt = async (more: Record<string, unknown>, id: string = randomUUID()) => {
    const answer = await ana.rep.submit(id, ana.deal(more));
    expect([answer.status, problemOf(answer).code]).toEqual([422, 'refused_by_attio']);
    return problemOf(answer);
  };

  test('a stage that vanished after the fields were read', async () => {
    const ghost = randomUUID();
    stack.proxy.faults.set('GET /v2/objects/deals/attributes/stage/statuses', async (response, forward) => {
      const { data } = JSON.parse((await forward()).body);
      data.push({ ...data[0], id: { ...data[0].id, status_id: ghost }, title: 'Ghost' });
      await answerJson(200, { data })(response, forward, '');
    });
    now += 2_000;
    const id = randomUUID();
    const problem = await refusedAt({ stage: ghost }, id);
    expect(problem.errors).toMatchObject([{ field: 'stage', code: 'unknown_status' }]);
    expect(problem.upstream).toMatchObject({ status: 400, code: 'value_not_found' });
    const { state, errors } = submissionSchema.parse((await ana.rep.call(submissionPath(id))).json);
    expect([state, errors]).toEqual(['refused', problem.errors]);
  });

  test('a person who has just been deleted', async () => {
    const { suggestions } = (await ana.rep.call('/api/lookup/people?query=')).json as { suggestions: { id: string }[] };
    const [gone, there] = suggestions;
    const { authorization = '' } = stack.proxy.arrived.findLast((one) => one.authorization) ?? {};
    await fetch(`${stack.sandbox.url}/v2/objects/people/records/${gone?.id}`, { method: 'DELETE', headers: { authorization } });
    const problem = await refusedAt({ associated_people: [{ id: there?.id }, { id: gone?.id }] });
    expect(problem.errors).toMatchObject([{ field: 'associated_people', code: 'unknown_record' }]);
  });

  test('a refusal is final: the same id is answered the same, and sent once', async () => {
    const id = randomUUID();
    stack.proxy.faults.set(createLine, attioError(400, 'particle_gate_violation', 'Your plan does not include this.'));
    const before = stack.proxy.creates();
    const first = await refusedAt({}, id);
    expect(first).toMatchObject({ errors: [], detail: expect.stringContaining('An admin must look into it.') });
    expect(first.upstream?.message).toBe('Your plan does not include this.');
    stack.proxy.faults.clear();
    expect(await refusedAt({}, id)).toEqual({ ...first, request_id: expect.any(String) });
    expect(stack.proxy.creates()).toBe(before + 1);
  });
});

test('A submission that nobody made is not found', async () => {
  const answer = await ana.rep.call(submissionPath(randomUUID()));
  expect([answer.status, problemOf(answer).code]).toEqual([404, 'submission_not_found']);
});

import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultOptions } from '../options.ts';
import { startTestClient, type TestClient } from '../test-client.ts';

let client: TestClient;
const others: TestClient[] = [];
beforeAll(async () => {
  client = await startTestClient({ control: true });
});
afterEach(async () => {
  for (const other of others.splice(0)) await other.close();
});
afterAll(() => client.close());

async function start(options: Parameters<typeof startTestClient>[0]): Promise<TestClient> {
  const other = await startTestClient({ seed: 'empty', ...options });
  others.push(other);
  return other;
}
const stranger = 'x'.repeat(64);
const uuid = /^[0-9a-f-]{36}$/;

describe('who may ask', () => {
  it.each<[string, string | undefined, RegExp]>([
    ['no header', undefined, /^The Authorization header was not provided\./],
    [
      'an unknown token',
      `Bearer ${stranger}`,
      /^The API Key provided could not be found\. This is most commonly caused by the token having been revoked\.$/,
    ],
    [
      'a token of the wrong length',
      'Bearer short',
      /^The API Key provided was invalid because it was the wrong length \(API Keys should be 64 characters long\)\./,
    ],
  ])('%s is a 401', async (_case, authorization, message) => {
    const response = await fetch(`${client.url}/v2/objects`, authorization ? { headers: { authorization } } : {});
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      status_code: 401,
      type: 'auth_error',
      code: 'unauthorized',
      message: expect.stringMatching(message),
    });
  });

  it('HTTP Basic with the token for a user name is as good as Bearer', async () => {
    const authorization = `Basic ${Buffer.from(`${defaultOptions.apiKey}:`).toString('base64')}`;
    expect((await fetch(`${client.url}/v2/objects`, { headers: { authorization } })).status).toBe(200);
  });

  it('a token without the scope of a route is a 403, and read-write includes read', async () => {
    const limited = await start({ scopes: 'object_configuration:read-write record_permission:read' });
    expect((await limited.ask('GET', '/v2/objects')).status).toBe(200);
    expect((await limited.ask('POST', '/v2/objects/deals/records/query', {})).status).toBe(200);
    for (const [method, path] of [
      ['POST', '/v2/objects/deals/records'],
      ['GET', '/v2/workspace_members'],
    ] as const) {
      const { status, body } = await limited.ask(method, path, method === 'POST' ? {} : undefined);
      expect([status, body]).toMatchObject([403, { type: 'auth_error', code: 'unauthorized' }]);
    }
  });

  it('a token is judged before a route, a route before a body', async () => {
    expect((await client.ask('POST', '/v2/nothing', '{', stranger)).status).toBe(401);
    expect((await client.ask('POST', '/v2/nothing', '{')).status).toBe(404);
  });
});

describe('/v2/self', () => {
  it('says what the token is, not wrapped in data', async () => {
    const { status, body } = await client.ask('GET', '/v2/self');
    expect(status).toBe(200);
    expect(body).toEqual({
      active: true,
      scope: defaultOptions.scopes,
      client_id: expect.stringMatching(uuid),
      token_type: 'Bearer',
      exp: null,
      iat: expect.any(Number),
      sub: expect.stringMatching(uuid),
      aud: (body as { client_id: string }).client_id,
      iss: 'attio.com',
      authorized_by_workspace_member_id: expect.stringMatching(uuid),
      workspace_id: (body as { sub: string }).sub,
      workspace_name: 'Northwind',
      workspace_slug: 'northwind',
      workspace_logo_url: null,
    });
  });

  it('never answers 401: unknown is inactive, missing and malformed are a 400', async () => {
    const unknown = await client.ask('GET', '/v2/self', undefined, stranger);
    expect([unknown.status, unknown.body]).toEqual([200, { active: false }]);
    for (const headers of [{}, { authorization: 'Bearer short' }]) {
      const response = await fetch(`${client.url}/v2/self`, { headers });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        code: 'missing_value',
        message: expect.stringMatching(/^Token was not recognised/),
      });
    }
  });
});

describe('every answer', () => {
  it('carries an execution id and the content type, errors too', async () => {
    for (const path of ['/v2/objects', '/v2/nothing', '/v2/objects/nothings']) {
      const { headers } = await client.ask('GET', path);
      expect(headers.get('x-attio-execution-id')).toMatch(uuid);
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    }
  });

  it.each([
    ['GET', '/v2/objects/deals/records'],
    ['GET', '/v2/objects/deals/records?limit=5'],
    ['DELETE', '/v2/objects/deals'],
    ['GET', '/v3/objects'],
    ['POST', '/v2/listings'],
    ['GET', '/v2/objects/'],
    ['PATCH', '/v2/objects/deals/records/'],
    ['POST', '/v2/objects//records'],
  ])('%s %s is no endpoint, and the query string is not named', async (method, path) => {
    const { status, body } = await client.ask(method, path);
    const message = `Could not find endpoint "${method} ${path.split('?')[0]}".`;
    expect([status, body]).toEqual([404, { status_code: 404, type: 'invalid_request_error', code: 'not_found', message }]);
  });
});

describe('rates', () => {
  it('twenty-five writes a second, the next is told to come back at an HTTP date and is not processed', async () => {
    const busy = await start({ writeLimit: 25 });
    const values = { name: 'x', stage: 'Lead', owner: 'ana@northwind.com' };
    const answers = await Promise.all(
      Array.from({ length: 80 }, () => busy.ask('POST', '/v2/objects/deals/records', { data: { values } })),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(1);
    expect(refused[0]?.body).toEqual({
      status_code: 429,
      type: 'rate_limit_error',
      code: 'rate_limit_exceeded',
      message: 'Rate limit exceeded, please try again later',
    });
    const retryAfter = refused[0]?.headers.get('retry-after') ?? '';
    expect(retryAfter).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
    expect(Math.abs(Date.parse(retryAfter) - Date.now())).toBeLessThan(5000);
    const { body } = await busy.ask('POST', '/v2/objects/deals/records/query', {});
    expect((body as { data: unknown[] }).data).toHaveLength(80 - refused.length);
  });

  it('reads have a limit of their own', async () => {
    const busy = await start({ readLimit: 3, writeLimit: 0 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => busy.ask('GET', '/v2/objects')));
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(answers.some(({ status }) => status === 429)).toBe(true);
    expect((await busy.ask('POST', '/v2/objects/deals/records', { data: { values: {} } })).status).toBe(429);
  });
});

describe('bodies no honest client sends', () => {
  const record = (name: string) => `{"data":{"values":{"name":${name},"stage":"Lead","owner":"ana@northwind.com"}}}`;

  it.each<[string, string, number]>([
    ['nothing', '', 400],
    ['half an object', '{"data":', 400],
    ['JSON that is no object', '5', 400],
    ['ten thousand arrays', '['.repeat(10_000) + ']'.repeat(10_000), 400],
    ['ten thousand objects as a value', record(`${'{"value":'.repeat(10_000)}1${'}'.repeat(10_000)}`), 400],
    ['five million brackets', '['.repeat(5_000_000) + ']'.repeat(5_000_000), 400],
    ['five million numbers', `[${'0,'.repeat(5_000_000)}0]`, 400],
    ['a __proto__ key', '{"data":{"values":{"__proto__":{"polluted":true}}}}', 400],
    ['a constructor key', '{"data":{"constructor":{"prototype":{}},"values":{}}}', 400],
    ['half a surrogate pair', record('"\\ud800"'), 400],
    ['a NUL', record('"a\\u0000b"'), 400],
    ['a number beyond all numbers', record('1e999'), 400],
    ['twenty megabytes', record(JSON.stringify('x'.repeat(20 * 1024 * 1024))), 413],
  ])('%s', async (_case, body, status) => {
    const started = performance.now();
    const answer = await client.ask('POST', '/v2/objects/deals/records', body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ status_code: status, type: 'invalid_request_error', message: expect.any(String) });
    expect(performance.now() - started).toBeLessThan(5000);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('that are not UTF-8', async () => {
    const response = await fetch(`${client.url}/v2/objects/deals/records`, {
      method: 'POST',
      headers: { authorization: `Bearer ${defaultOptions.apiKey}`, 'content-type': 'application/json' },
      body: Buffer.from(record('"caf\xe9"'), 'latin1'),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      status_code: 400,
      type: 'invalid_request_error',
      code: 'validation_type',
      message: 'Body payload is not valid JSON: it is not UTF-8.',
    });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'nonsense'])(
    'sent as %s',
    async (type) => {
      const headers = { authorization: `Bearer ${defaultOptions.apiKey}`, 'content-type': type };
      const response = await fetch(`${client.url}/v2/objects/deals/records`, { method: 'POST', headers, body: '{}' });
      expect(response.status).toBe(415);
      expect(await response.json()).toMatchObject({ status_code: 415, type: 'invalid_request_error' });
    },
  );

  it.each([
    ['half an escape', '/v2/objects/%zz'],
    ['a NUL', '/v2/objects/deals/records/%00'],
    ['five thousand letters', `/v2/objects/${'a'.repeat(5000)}`],
    ['steps upward', '/v2/objects/..%2f..%2fetc'],
  ])('a path with %s', async (_case, path) => {
    const { status, body } = await client.ask('GET', path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).toMatchObject({ status_code: status });
  });

  it('keys that are names of every object are unknown attributes like others', async () => {
    for (const key of ['toString', 'hasOwnProperty', 'valueOf', 'constructor', 'prototype']) {
      const { body } = await client.ask('POST', '/v2/objects/deals/records', { data: { values: { [key]: 1 } } });
      expect(body).toMatchObject({ code: 'value_not_found', message: `Cannot find attribute with slug/ID "${key}".` });
      const filter = await client.ask('POST', '/v2/objects/deals/records/query', { filter: { name: { [key]: 1 } } });
      expect(filter.body).toMatchObject({ code: 'invalid_filter_field' });
    }
  });

  it('leave the server answering', async () => {
    expect((await client.ask('GET', '/v2/objects')).status).toBe(200);
  });
});

describe('control routes', () => {
  it('revoke a token for good and suspend a member', async () => {
    const other = await start({ control: true });
    expect((await other.ask('POST', '/_sandbox/suspend', { email_address: 'ana@northwind.com' })).body).toEqual({
      suspended: true,
    });
    const { body } = await other.ask('GET', '/v2/workspace_members');
    expect(body).toMatchObject({ data: [{ access_level: 'suspended' }] });
    expect((await other.ask('POST', '/_sandbox/revoke', { token: defaultOptions.apiKey })).body).toEqual({ revoked: true });
    expect((await other.ask('GET', '/v2/objects')).status).toBe(401);
    expect((await other.ask('GET', '/v2/self')).body).toEqual({ active: false });
  });

  it('reset brings the workspace back as it was seeded', async () => {
    const other = await start({ control: true });
    const values = { name: 'x', stage: 'Lead', owner: 'ana@northwind.com' };
    await other.ask('POST', '/v2/objects/deals/records', { data: { values } });
    const before = (await other.ask('GET', '/v2/objects')).body;
    expect((await other.ask('POST', '/_sandbox/reset')).status).toBe(200);
    expect((await other.ask('GET', '/v2/objects')).body).toEqual(before);
    expect((await other.ask('POST', '/v2/objects/deals/records/query', {})).body).toEqual({ data: [] });
  });

  it('are not there unless asked for', async () => {
    const other = await start({});
    expect((await other.ask('POST', '/_sandbox/reset')).status).toBe(404);
  });
});

describe('latency', () => {
  it('is as long as asked for', async () => {
    const slow = await start({ latencyMs: 150 });
    const started = performance.now();
    await slow.ask('GET', '/v2/objects');
    expect(performance.now() - started).toBeGreaterThanOrEqual(140);
  });
});

describe('a port that is taken', () => {
  it('is an error at the start, and nothing is left open', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(startTestClient({ port, seed: 'empty' })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await new Promise((resolve) => server.close(resolve));
  });
});

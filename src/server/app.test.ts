import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { problemSchema } from '../contract/problem.ts';
import { startSandbox } from '../sandbox/start.ts';
import { type DealStack, signedInRep, startDealStack } from './testing/deal-stack.ts';
import { attioError } from './testing/fault-proxy.ts';
import { Rep, type RepAnswer } from './testing/rep.ts';
import { startTestServer } from './testing/start-test-server.ts';

const assets = mkdtempSync(join(tmpdir(), 'dealslip-assets-'));
mkdirSync(join(assets, 'assets'));
const script = 'export const x = 1;'.repeat(100);
writeFileSync(join(assets, 'assets/form-abc.js'), script);
writeFileSync(join(assets, 'assets/form-abc.js.gz'), gzipSync(script));
writeFileSync(join(assets, 'favicon.svg'), '<svg/>');
writeFileSync(join(assets, 'index.html'), 'the template');
writeFileSync(join(assets, '.hidden'), 'secret');

let stack: DealStack;
let rep: Rep;
let now = Date.now();

beforeAll(async () => {
  stack = await startDealStack(startSandbox, { assetsDirectory: assets, now: () => now });
  ({ rep } = await signedInRep(stack.server.url));
});
afterEach(() => stack.proxy.faults.clear());
afterAll(async () => {
  await stack?.close();
  rmSync(assets, { recursive: true });
});

const problemOf = ({ json }: RepAnswer) => problemSchema.parse(json);

/** Sends bytes as they stand; gives back all that comes. */
const raw = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(stack.port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('end', () => resolve(text)).on('error', reject);
  });

describe('Every answer carries the security headers', () => {
  test.each<[string, () => Promise<RepAnswer>, number, string]>([
    ['a page', () => rep.request('/new'), 200, 'no-store'],
    ['the sign-in page', () => new Rep(stack.server.url).request('/'), 200, 'no-store'],
    ['an answer of the API', () => rep.call('/api/session'), 200, 'no-store'],
    ['an error of the API', () => rep.request('/api/session'), 403, 'no-store'],
    ['a sign-in', () => rep.request('/auth/sign-in'), 302, 'no-store'],
    ['a failed sign-in', () => rep.request('/auth/callback'), 401, 'no-store'],
    ['an address with nothing at it', () => rep.request('/nothing'), 404, 'no-store'],
    ['a wrong method', () => rep.request('/new', { method: 'DELETE' }), 405, 'no-store'],
    ['an address that cannot be decoded', () => rep.request('/%zz'), 400, 'no-store'],
    ['a health check', () => rep.request('/health/live'), 200, 'no-store'],
    ['a built file', () => rep.request('/assets/form-abc.js'), 200, 'public, max-age=31536000, immutable'],
    ['a built file that is not there', () => rep.request('/assets/form-old.js'), 404, 'no-store'],
    ['a root file', () => rep.request('/favicon.svg'), 200, 'public, max-age=3600'],
  ])('%s', async (_what, send, status, cacheControl) => {
    const { headers, status: answered } = await send();
    expect(answered).toBe(status);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': cacheControl,
      'x-request-id': expect.stringMatching(/^[\w-]{36}$/),
    });
    const policy = String(headers['content-security-policy']);
    for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) {
      expect(policy).toContain(part);
    }
    expect(policy).toContain("style-src 'self' 'sha256-");
    expect(policy).not.toContain('unsafe');
    for (const name of ['server', 'x-powered-by', 'access-control-allow-origin']) expect(headers[name]).toBeUndefined();
  });
});

describe('An address', () => {
  test('with nothing at it is 404: a problem under /api, a page elsewhere', async () => {
    expect(problemOf(await rep.call('/api/nothing')).code).toBe('not_found');
    const page = await rep.request('/nothing', { headers: { accept: 'text/html' } });
    expect(page.headers['content-type']).toContain('text/html');
    expect(problemOf(await rep.request('/nothing', { headers: { accept: 'application/json' } })).code).toBe('not_found');
  });

  test.each([
    ['POST', '/api/session', 'GET, HEAD'],
    ['DELETE', '/api/submissions/1', 'GET, HEAD, PUT'],
    ['POST', '/api/submissions/1?x=y', 'GET, HEAD, PUT'],
    ['GET', '/auth/sign-out', 'POST'],
    ['PUT', '/new', 'GET, HEAD'],
  ] as const)('%s %s is 405 and names what is allowed', async (method, path, allow) => {
    const answer = await rep.call(path, { method });
    expect([answer.status, answer.headers['allow']]).toEqual([405, allow]);
  });

  test('that asks for another method by header is not obeyed', async () => {
    const answer = await rep.call('/api/session', { method: 'POST', headers: { 'x-http-method-override': 'GET' } });
    expect(answer.status).toBe(405);
  });

  test('that lacks its id, or has one longer than any, is refused', async () => {
    expect((await rep.call('/api/submissions/')).status).toBe(400);
    expect((await rep.call(`/api/submissions/${'a'.repeat(500)}`)).status).toBe(400);
  });

  test.each([
    '/index.html',
    '/.hidden',
    '/assets/../index.html',
    '/assets/..%2findex.html',
    '/assets/%2e%2e/.hidden',
    '/../package.json',
  ])('%s gives away no file', async (path) => {
    const { status, text } = await rep.request(path);
    expect([400, 403, 404]).toContain(status);
    expect(text).not.toContain('the template');
    expect(text).not.toContain('secret');
  });

  test('of a built file is answered compressed to whoever takes it', async () => {
    const answer = await rep.request('/assets/form-abc.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': expect.stringContaining('javascript') });
  });
});

describe('A call of a foreign page', () => {
  test.each<[string, Record<string, string | undefined>, string]>([
    ['lacks our header', { 'x-dealslip': undefined }, 'missing_header'],
    ['names its origin', { origin: 'https://evil.example' }, 'foreign_origin'],
    ['is cross-site', { 'sec-fetch-site': 'cross-site' }, 'foreign_site'],
    ['is same-site', { 'sec-fetch-site': 'same-site' }, 'foreign_site'],
    ['comes through a name of its own', { host: 'evil.example' }, 'foreign_host'],
  ])('is refused even for reading when it %s', async (_how, headers, code) => {
    const answer = await rep.call('/api/deal-form', { headers });
    expect([answer.status, problemOf(answer).code]).toEqual([403, code]);
  });

  test('gets no leave from a preflight', async () => {
    const answer = await rep.request('/api/deal-form', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'x-dealslip',
      },
    });
    expect(answer.status).toBe(405);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('The page', () => {
  test('carries the form and who is signed in, in the language that the browser asks for', async () => {
    const { text } = await rep.request('/new', { headers: { 'accept-language': '*, xx-invalid-tag-x, de-CH;q=0.9, en;q=0.8' } });
    expect(text).toContain('<title>form</title>');
    expect(text).toContain('"locale":"de-CH"');
    expect(text).toContain('"sandbox":true');
  });

  test('for somebody who follows a link from another site is opened once more from here, where the cookie comes along', async () => {
    const stranger = new Rep(stack.server.url);
    const { text } = await stranger.request('/new?company=1', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(text).toContain('<meta http-equiv="refresh" content="0;url=/new?company=1">');
    expect((await stranger.request('/new', { headers: { 'sec-fetch-site': 'same-origin' } })).text).toContain(
      '<title>sign-in</title>',
    );
  });

  test('under another name of this computer leads to its own address; under any other name it is refused', async () => {
    const moved = await rep.request('/new', { headers: { host: `localhost:${stack.port}` } });
    expect([moved.status, moved.headers['location']]).toEqual([302, `${stack.server.url}/new`]);
    expect((await rep.request('/new', { headers: { host: 'evil.example' } })).status).toBe(403);
  });

  test.each([
    ['attio_forbidden', 403, attioError(403, 'unauthorized', 'Missing scope')],
    ['deals_disabled', 403, attioError(400, 'standard_object_disabled', 'The Standard object must be enabled')],
  ] as const)('says what is wrong when the fields cannot be read: %s', async (code, status, fault) => {
    stack.proxy.faults.set('GET /v2/objects/deals/attributes', fault);
    now += 1_100;
    const answer = await rep.request('/new');
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('<title>trouble</title>');
    expect(answer.text).toContain(`"code":"${code}"`);
    expect((await rep.call('/api/deal-form')).json).toMatchObject({ code });
  });

  test('draws the fields last known while Attio is out of reach, and only says so when there are none', async () => {
    const line = 'GET /v2/objects/deals/attributes';
    await rep.request('/new');
    stack.proxy.faults.set(line, (response) => void response.destroy());
    now += 1_100;
    const known = await rep.request('/new');
    expect([known.status, known.text.includes('<title>form</title>')]).toEqual([200, true]);
    expect((await rep.call('/api/deal-form')).json).toMatchObject({ code: 'attio_unreachable' });

    const fresh = await startDealStack(startSandbox, { assetsDirectory: assets });
    fresh.proxy.faults.set(line, (response) => void response.destroy());
    const newcomer = new Rep(fresh.server.url);
    await newcomer.signIn({ email: 'ana@northwind.com' });
    const unknown = await newcomer.request('/new');
    expect([unknown.status, unknown.text.includes('"code":"attio_unreachable"')]).toEqual([503, true]);
    await fresh.close();
  });
});

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1, br;q=0', 'gzip'],
  ['identity', undefined],
])('The page is compressed for a browser that takes %s', async (accepted, coding) => {
  const { headers } = await rep.request('/new', { headers: { 'accept-encoding': accepted } });
  expect([headers['content-encoding'], headers['vary']]).toEqual([coding, 'accept-encoding']);
});

describe('Bytes that are no request', () => {
  test('a request that names no host is refused in our own form', async () => {
    const answer = await raw('GET /api/session HTTP/1.1\r\nx-dealslip: 1\r\nconnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 403 /);
    expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(answer).toContain('"code":"foreign_host"');
  });

  test.each([
    ['rubbish', 'rubbish\r\n\r\n', 'malformed_request', 400],
    ['headers over 16 KiB', `GET / HTTP/1.1\r\nhost: x\r\na: ${'x'.repeat(20_000)}\r\n\r\n`, 'headers_too_large', 431],
    [
      'two lengths',
      'PUT /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
      'malformed_request',
      400,
    ],
  ])('%s are answered with a problem', async (_what, bytes, code, status) => {
    const answer = await raw(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(problemSchema.parse(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).code).toBe(code);
  });
});

test('A fault of ours is told without a stack, a path or a message, and can be found in the log by its request id', async () => {
  const before = stack.server.logLines.length;
  stack.proxy.faults.set('GET /v2/workspace_members', (response) => {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end('{"data":[{"id":7,"email_address":"canary@example.com"}]}');
  });
  now += 1_100;
  const answer = await rep.call('/api/deal-form');
  expect([answer.status, problemOf(answer).code]).toEqual([502, 'attio_unexpected']);
  expect(answer.text).not.toMatch(/canary|\/src\/|node_modules|zod|Error/);
  const lines = stack.server.logLines.slice(before).map((line) => JSON.parse(line));
  expect(lines).toContainEqual(
    expect.objectContaining({ request_id: problemOf(answer).request_id, problem: 'attio_unexpected' }),
  );
});

test('A taken port is one clear sentence', async () => {
  const start = startTestServer({ apiUrl: stack.proxy.url, port: stack.port });
  await expect(start).rejects.toThrow(`Port ${stack.port} on 127.0.0.1 is taken by another program`);
});

test('Health: it lives, and it is ready while its database answers', async () => {
  expect((await rep.request('/health/live', { headers: { host: '10.0.0.7' } })).status).toBe(200);
  expect((await rep.request('/health/ready')).status).toBe(200);
});

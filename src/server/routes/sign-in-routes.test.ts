import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox } from '../../sandbox/start.ts';
import { type DealStack, signedInRep, startDealStack } from '../testing/deal-stack.ts';
import { answerJson, attioError, createLine, type Fault } from '../testing/fault-proxy.ts';
import { Rep, type RepAnswer } from '../testing/rep.ts';
import { testClient } from '../testing/start-test-server.ts';

let stack: DealStack;

beforeAll(async () => {
  stack = await startDealStack(startSandbox, { isAppBehindProxy: true });
});
afterEach(() => stack.proxy.faults.clear());
afterAll(() => stack?.close());

const setCookies = ({ headers }: RepAnswer): string[] => [headers['set-cookie'] ?? []].flat();
const refreshTarget = ({ text }: RepAnswer) => /<meta http-equiv="refresh" content="0;url=([^"]*)">/.exec(text)?.[1];

/** A calm page with a way on, and nothing of what Attio sent. */
function expectCalmPage(answer: RepAnswer, ...secrets: string[]): void {
  expect(answer.status).toBe(401);
  expect(answer.headers['content-type']).toContain('text/html');
  expect(answer.text).toContain('<a href="/auth/sign-in">Sign in again</a>');
  for (const secret of secrets) expect(answer.text).not.toContain(secret);
}

describe('Signing in', () => {
  test('asks Attio with a one-time state, an S256 challenge and the rep’s own rights', async () => {
    const rep = new Rep(stack.server.url);
    const [one, other] = [await rep.beginSignIn('/new'), await rep.beginSignIn('/new')];
    expect(one.origin + one.pathname).toBe(`${stack.proxy.url}/authorize`);
    expect(Object.fromEntries(one.searchParams)).toEqual({
      client_id: testClient.clientId,
      response_type: 'code',
      redirect_uri: `${stack.server.url}/auth/callback`,
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      token_level: 'user',
    });
    expect(one.searchParams.get('state')).not.toBe(other.searchParams.get('state'));
  });

  test('ends in a page of ours that moves on, with a strict cookie of a new session', async () => {
    const rep = new Rep(stack.server.url);
    rep.cookies.set(stack.server.url, new Map([['dev-sid', 'planted']]));
    const page = await rep.signIn({ returnTo: '/new?company=1' });
    expect(page.status).toBe(200);
    expect(refreshTarget(page)).toBe('/new?company=1');
    expect(setCookies(page).find((line) => line.startsWith('dev-sid='))).toMatch(
      /^dev-sid=[\w-]{43}; Max-Age=86400; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect((await rep.call('/api/session')).json).toMatchObject({
      mode: 'oauth',
      member: { email_address: 'ana@northwind.com' },
      workspace: { slug: 'northwind' },
    });
  });

  test('over https uses cookies that only this host’s https responses can set', async () => {
    const own = await startDealStack(startSandbox, { env: { PUBLIC_URL: 'https://deals.example' } });
    try {
      const rep = new Rep(`http://127.0.0.1:${own.port}`);
      const answer = await rep.request('/auth/sign-in', { headers: { host: 'deals.example' } });
      expect(setCookies(answer)).toEqual([
        expect.stringMatching(/^__Host-Http-login=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
      ]);
      expect(answer.headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    } finally {
      await own.close();
    }
  });

  test.each(['//evil.example', '/\\evil.example', '/%5cevil.example', 'https:evil.example', '/a\r\nSet-Cookie:x=y'])(
    'never leads to %j',
    async (returnTo) => {
      expect(refreshTarget(await new Rep(stack.server.url).signIn({ returnTo }))).toBe('/new');
    },
  );

  test('that another site starts is refused', async () => {
    const answer = await new Rep(stack.server.url).request('/auth/sign-in', { headers: { 'sec-fetch-site': 'cross-site' } });
    expectCalmPage(answer);
    expect(setCookies(answer)).toEqual([]);
  });

  test('that the rep denies, ends calmly', async () => {
    const rep = new Rep(stack.server.url);
    const authorize = await rep.beginSignIn();
    const answer = await rep.request(await rep.consent(authorize, { decision: 'deny' }));
    expectCalmPage(answer, authorize.searchParams.get('state') ?? '');
    expect(answer.text).toContain('You did not let Dealslip use Attio');
    expect((await rep.call('/api/session')).status).toBe(401);
  });

  test('works once: the same code and state again open nothing', async () => {
    const rep = new Rep(stack.server.url);
    const address = await rep.consent(await rep.beginSignIn());
    expect((await rep.request(address)).status).toBe(200);
    const { searchParams } = new URL(address);
    expectCalmPage(await rep.request(address), searchParams.get('code') ?? '', searchParams.get('state') ?? '');
  });

  test('is not ended by a callback with another state, and may be under way in two tabs', async () => {
    const rep = new Rep(stack.server.url);
    const [first, second] = [await rep.consent(await rep.beginSignIn()), await rep.consent(await rep.beginSignIn())];
    expectCalmPage(await rep.request('/auth/callback?code=x&state=another'));
    expect((await rep.request(first)).text).toContain('http-equiv="refresh"');
    expect((await rep.request(second)).text).toContain('http-equiv="refresh"');
    expect((await rep.call('/api/session')).status).toBe(200);
  });

  test('works only in the browser that began it', async () => {
    const [victim, thief] = [new Rep(stack.server.url), new Rep(stack.server.url)];
    const address = await thief.consent(await thief.beginSignIn());
    const exchanges = () => stack.proxy.arrived.filter(({ line }) => line === 'POST /oauth/token').length;
    const before = exchanges();
    expectCalmPage(await victim.request(address));
    await victim.beginSignIn();
    const answer = await victim.request(address);
    expectCalmPage(answer);
    expect(answer.text).toContain('was started in another browser');
    expect(exchanges()).toBe(before);
    expect((await victim.call('/api/session')).status).toBe(401);
  });

  test.each(['', '?code=x', '?state=y', '?error=server_error', '?code=a&code=b&state=c', '?error=%3Cscript%3E&state=%3Cb%3E'])(
    'cannot be made up: /auth/callback%s',
    async (query) => {
      const rep = new Rep(stack.server.url);
      await rep.beginSignIn();
      const answer = await rep.request(`/auth/callback${query}`);
      expectCalmPage(answer);
      expect(answer.text).not.toContain('<script>');
    },
  );

  test.each<[string, Fault]>([
    ['refuses the code', answerJson(400, { error: 'invalid_grant' })],
    ['answers in its own error form', answerJson(401, { status_code: 401, code: 'unauthorized', message: 'No.' })],
    ['answers in HTML', (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>')],
    ['redirects', (response) => void response.writeHead(307, { location: '/oauth/token' }).end()],
    ['hangs up', (response) => void response.destroy()],
    ['gives a token that is not active', answerJson(200, { access_token: 'x'.repeat(64), token_type: 'Bearer' })],
  ])('ends calmly when Attio %s', async (_what, fault) => {
    stack.proxy.faults.set('POST /oauth/token', fault);
    const rep = new Rep(stack.server.url);
    const address = await rep.consent(await rep.beginSignIn());
    expectCalmPage(await rep.request(address), new URL(address).searchParams.get('code') ?? '');
    expect((await rep.call('/api/session')).status).toBe(401);
  });

  test('names the scope when the app may not read who belongs to the workspace', async () => {
    stack.proxy.faults.set('GET /v2/workspace_members', attioError(403, 'unauthorized', 'Missing scope'));
    const rep = new Rep(stack.server.url);
    const answer = await rep.request(await rep.consent(await rep.beginSignIn()));
    expectCalmPage(answer);
    expect(answer.text).toContain('user_management:read');
  });

  test('is only for the workspaces that are allowed', async () => {
    const own = await startDealStack(startSandbox, { env: { ALLOWED_WORKSPACES: randomUUID() } });
    try {
      expectCalmPage(await new Rep(own.server.url).signIn());
    } finally {
      await own.close();
    }
  });
});

describe('A token that Attio revoked', () => {
  test('ends the session, and the rep is asked to sign in', async () => {
    const { rep, deal } = await signedInRep(stack.server.url, 'priya@northwind.com');
    const { authorization } = stack.proxy.arrived.findLast((one) => one.authorization) ?? {};
    const creates = stack.proxy.creates();
    // Between the reading of the fields and the create, which is the first to be refused.
    stack.proxy.faults.set(createLine, async (response, forward) => {
      await revoke(authorization);
      const { status, body } = await forward();
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    const answer = await rep.submit(randomUUID(), deal());
    expect([answer.status, answer.json]).toMatchObject([202, { state: 'blocked_auth', blocked: { why: 'sign_in' } }]);
    expect(stack.proxy.creates()).toBeLessThanOrEqual(creates + 1);
    expect((await rep.call('/api/session')).json).toMatchObject({ code: 'not_signed_in' });
    expect((await rep.request('/new')).text).toContain('<title>sign-in</title>');
  });

  test('is told so by every other call as well', async () => {
    const { rep } = await signedInRep(stack.server.url, 'priya@northwind.com');
    await revoke(stack.proxy.arrived.findLast((one) => one.authorization)?.authorization);
    const answer = await rep.call('/api/lookup/people?query=an');
    expect([answer.status, answer.json]).toMatchObject([401, { code: 'attio_sign_in_needed' }]);
  });

  async function revoke(authorization = ''): Promise<void> {
    const answer = await fetch(`${stack.sandbox.url}/_sandbox/revoke`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: authorization.replace('Bearer ', '') }),
    });
    expect(answer.ok).toBe(true);
  }
});

test('No token, secret, code or cookie reaches a page, the log or the database in plain text', async () => {
  const { rep, deal } = await signedInRep(stack.server.url);
  const authorize = await rep.beginSignIn();
  const callback = await rep.consent(authorize);
  const answers = [
    await rep.request(callback),
    await rep.request(callback),
    await rep.request('/new'),
    await rep.call('/api/session'),
    await rep.call('/api/deal-form'),
    await rep.submit(randomUUID(), deal({ name: 'Canary deal' })),
  ];
  const tokens = stack.proxy.arrived.flatMap(({ authorization }) => authorization?.replace('Bearer ', '') ?? []);
  const secrets = [
    ...new Set(tokens),
    testClient.clientSecret,
    new URL(callback).searchParams.get('code') ?? '',
    authorize.searchParams.get('state') ?? '',
  ];
  expect(secrets.length).toBeGreaterThan(3);
  const cookies = [...(rep.cookies.get(stack.server.url)?.values() ?? [])];
  const pages = answers.map(({ text }) => text).join('\n');
  const log = stack.server.logLines.join('\n');
  const files = readdirSync(stack.server.dataDirectory).map((name) =>
    readFileSync(join(stack.server.dataDirectory, name), 'latin1'),
  );
  expect(files.join('')).toContain('Canary deal');
  for (const secret of secrets) expect(pages.includes(secret)).toBe(false);
  for (const secret of [...secrets, ...cookies]) {
    expect(log.includes(secret)).toBe(false);
    expect(files.some((file) => file.includes(secret))).toBe(false);
  }
  for (const personal of ['Canary deal', 'ana@', 'Ana Kova']) expect(log.includes(personal)).toBe(false);
});

describe('Signing out', () => {
  test('ends the session for good: the old cookie opens nothing', async () => {
    const { rep } = await signedInRep(stack.server.url);
    const kept = new Map(rep.cookies.get(stack.server.url));
    expect((await rep.call('/auth/sign-out', { method: 'POST' })).status).toBe(204);
    rep.cookies.set(stack.server.url, kept);
    expect((await rep.call('/api/session')).status).toBe(401);
  });

  test('works as a plain form of our own page', async () => {
    const { rep } = await signedInRep(stack.server.url);
    const headers = { origin: stack.server.url, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await rep.request('/auth/sign-out', { method: 'POST', headers, body: '' });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/new']);
    expect((await rep.call('/api/session')).status).toBe(401);
  });

  test.each([
    ['without an origin', {}],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from the null origin', { origin: 'null' }],
    ['started by another site', { origin: 'SELF', 'sec-fetch-site': 'cross-site' }],
  ])('%s does nothing', async (_how, headers) => {
    const { rep } = await signedInRep(stack.server.url);
    const sent = Object.entries(headers).map(([name, value]) => [name, value === 'SELF' ? stack.server.url : value]);
    expect((await rep.request('/auth/sign-out', { method: 'POST', headers: Object.fromEntries(sent) })).status).toBe(403);
    expect((await rep.request('/auth/sign-out')).status).toBe(405);
    expect((await rep.call('/api/session')).status).toBe(200);
  });
});

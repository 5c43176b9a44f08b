import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultOptions } from '../options.ts';
import { startTestClient, type TestClient } from '../test-client.ts';

const redirectUri = 'https://app.example.com/auth/callback?tenant=1';
const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');
const { clientId, clientSecret } = defaultOptions;

let client: TestClient;
let members: { id: { workspace_member_id: string }; email_address: string; access_level: string }[];
beforeAll(async () => {
  client = await startTestClient({ control: true, redirectUris: [redirectUri, 'http://127.0.0.1:9/cb'] });
  const { body } = await client.ask('GET', '/v2/workspace_members');
  members = (body as { data: typeof members }).data;
});
afterAll(() => client.close());

const memberId = (email: string) => members.find((member) => member.email_address === email)?.id.workspace_member_id ?? '';
const request = (changes: Record<string, string> = {}) => ({
  client_id: clientId,
  response_type: 'code',
  redirect_uri: redirectUri,
  state: 'a b&c',
  code_challenge: challenge,
  code_challenge_method: 'S256',
  ...changes,
});
const withoutPkce = { client_id: clientId, response_type: 'code', redirect_uri: redirectUri, state: 's' };

const open = (parameters: Record<string, string> | string) =>
  fetch(`${client.url}/authorize?${new URLSearchParams(parameters)}`, { redirect: 'manual' });
const post = (path: string, form: Record<string, string> | string, headers: Record<string, string> = {}) =>
  fetch(client.url + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form), headers });
const decide = (decision: string, form: Record<string, string>, email = 'priya@northwind.com') =>
  post('/authorize', { ...form, decision, workspace_member_id: memberId(email) });
async function newCode(form: Record<string, string> = request()): Promise<string> {
  const response = await decide('allow', form);
  return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
}
const exchange = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  post('/oauth/token', { grant_type: 'authorization_code', client_id: clientId, client_secret: clientSecret, ...form }, headers);
const locationOf = (response: Response) => new URL(response.headers.get('location') ?? '').searchParams;

describe('the consent page', () => {
  it('is a labelled form of the active members with a choice to allow or deny, and may lead back to the app', async () => {
    const response = await open(request());
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("form-action 'self' https://app.example.com;");
    expect(page).toMatch(/<html lang="en">/);
    expect(page).toMatch(/<h1>Connect to Northwind<\/h1>/);
    expect(page).toMatch(/<form method="post"/);
    expect(page).toMatch(/<label for="member">Sign in as<\/label>\s*<select id="member" name="workspace_member_id"/);
    expect(page).toMatch(/name="decision" value="allow"/);
    expect(page).toMatch(/name="decision" value="deny"/);
    expect(page.match(/<option/g)).toHaveLength(5);
    expect(page).toContain('Ana Kovač (ana@northwind.com)');
    expect(page).not.toContain('marta@northwind.com');
    expect(page).toContain('value="a b&amp;c"');
    expect(page).not.toMatch(/<script/);
  });

  it('ignores a scope and a token level', async () => {
    expect((await open({ ...request(), scope: 'everything', token_level: 'user' })).status).toBe(200);
  });

  it.each([
    ['another client', { client_id: 'somebody-else' }],
    ['another redirect URI', { redirect_uri: 'https://evil.example.com/' }],
    ['a redirect URI that only begins like a registered one', { redirect_uri: `${redirectUri}&more=1` }],
    ['a script for a redirect URI', { redirect_uri: 'javascript:alert(1)' }],
  ])('is an error page, and no redirect, for %s', async (_case, changes) => {
    for (const response of [await open(request(changes)), await decide('allow', request(changes))]) {
      expect(response.status).toBe(400);
      expect(response.headers.get('location')).toBeNull();
      expect(await response.text()).toContain('<h1>This app cannot be connected</h1>');
    }
  });

  it('does not repeat what it was given as HTML', async () => {
    expect(await (await open(request({ state: '"><script>alert(1)</script>' }))).text()).not.toContain('<script>');
  });

  it.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ code_challenge: 'short' }, 'invalid_request'],
  ])('sends %j back with %s and the state', async (changes, error) => {
    const response = await open(request(changes as Record<string, string>));
    expect(response.status).toBe(303);
    expect(Object.fromEntries(locationOf(response))).toMatchObject({ error, state: 'a b&c', tenant: '1' });
  });

  it('sends a method left out back too, for it would mean plain', async () => {
    const { code_challenge_method: _, ...rest } = request();
    expect(locationOf(await open(rest)).get('error')).toBe('invalid_request');
  });

  it('refuses a parameter given twice', async () => {
    const response = await open(`${new URLSearchParams(request())}&state=other`);
    expect(locationOf(response).get('error')).toBe('invalid_request');
  });

  it('denied, sends back access_denied and the state', async () => {
    const response = await decide('deny', request());
    expect(response.status).toBe(303);
    expect(Object.fromEntries(locationOf(response))).toEqual({ tenant: '1', error: 'access_denied', state: 'a b&c' });
  });

  it('is not fooled into signing in a suspended member or nobody', async () => {
    for (const email of ['marta@northwind.com', 'nobody@northwind.com']) {
      const response = await decide('allow', request(), email);
      expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    }
  });
});

describe('the token', () => {
  it('is exchanged for a code, and nothing else comes with it', async () => {
    const response = await exchange({ code: await newCode(), code_verifier: verifier, redirect_uri: redirectUri });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ access_token: expect.stringMatching(/^\w{64}$/), token_type: 'Bearer' });
  });

  it('names its member, acts as the app, and introspects like /v2/self', async () => {
    const { access_token: token } = (await (await exchange({ code: await newCode(), code_verifier: verifier })).json()) as {
      access_token: string;
    };
    const self = (await client.ask('GET', '/v2/self', undefined, token)).body;
    expect(self).toMatchObject({
      active: true,
      client_id: clientId,
      authorized_by_workspace_member_id: memberId('priya@northwind.com'),
    });
    expect(await (await post('/oauth/introspect', '', { authorization: `Bearer ${token}` })).json()).toEqual(self);
    const values = { name: 'x', stage: 'Lead', owner: 'ana@northwind.com' };
    const { body } = await client.ask('POST', '/v2/objects/deals/records', { data: { values } }, token);
    const actor = { type: 'app', id: clientId };
    expect(body).toMatchObject({
      data: {
        values: {
          name: [{ created_by_actor: actor }],
          created_by: [{ created_by_actor: actor, referenced_actor_type: 'app', referenced_actor_id: clientId }],
        },
      },
    });
  });

  it('may be had without PKCE and with HTTP Basic', async () => {
    const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    const form = { grant_type: 'authorization_code', code: await newCode(withoutPkce) };
    expect((await post('/oauth/token', form, { authorization })).status).toBe(200);
  });

  it('outlives the suspension of its member, but not its revocation', async () => {
    const { access_token: token } = (await (await exchange({ code: await newCode(), code_verifier: verifier })).json()) as {
      access_token: string;
    };
    await client.ask('POST', '/_sandbox/suspend', { email_address: 'jonas@northwind.com' });
    expect((await client.ask('GET', '/v2/objects', undefined, token)).status).toBe(200);
    await client.ask('POST', '/_sandbox/revoke', { token });
    expect((await client.ask('GET', '/v2/objects', undefined, token)).status).toBe(401);
    expect(await (await post('/oauth/introspect', '', { authorization: `Bearer ${token}` })).json()).toEqual({ active: false });
  });

  it('is revoked when its code comes a second time', async () => {
    const code = await newCode();
    const { access_token: token } = (await (await exchange({ code, code_verifier: verifier })).json()) as {
      access_token: string;
    };
    const replay = await exchange({ code, code_verifier: verifier });
    expect([replay.status, await replay.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
    expect((await client.ask('GET', '/v2/objects', undefined, token)).status).toBe(401);
  });

  it('is given once, however many ask at once', async () => {
    const code = await newCode();
    const answers = await Promise.all(Array.from({ length: 20 }, () => exchange({ code, code_verifier: verifier })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it.each<[string, () => Promise<Record<string, string>>, number, string]>([
    ['an unknown code', async () => ({ code: 'nonsense' }), 400, 'invalid_grant'],
    ['no code', async () => ({}), 400, 'invalid_request'],
    [
      'a wrong secret',
      async () => ({ code: await newCode(), code_verifier: verifier, client_secret: 'wrong' }),
      401,
      'invalid_client',
    ],
    [
      'another client',
      async () => ({ code: await newCode(), code_verifier: verifier, client_id: 'other' }),
      401,
      'invalid_client',
    ],
    ['another grant type', async () => ({ grant_type: 'refresh_token', refresh_token: 'x' }), 400, 'unsupported_grant_type'],
    ['a missing verifier', async () => ({ code: await newCode() }), 400, 'invalid_grant'],
    ['a wrong verifier', async () => ({ code: await newCode(), code_verifier: 'x'.repeat(43) }), 400, 'invalid_grant'],
    [
      'a verifier nobody asked for',
      async () => ({ code: await newCode(withoutPkce), code_verifier: verifier }),
      400,
      'invalid_grant',
    ],
    [
      'another redirect URI',
      async () => ({ code: await newCode(), code_verifier: verifier, redirect_uri: 'http://127.0.0.1:9/cb' }),
      400,
      'invalid_grant',
    ],
  ])('is refused for %s', async (_case, form, status, error) => {
    const response = await exchange(await form());
    expect(response.status).toBe(status);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ error, error_description: expect.any(String) });
  });

  it.each(['/oauth/token', '/oauth/introspect'])(
    'is not to be had with JSON at %s, and the answer names what is',
    async (path) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(client.url + path, { method: 'POST', headers, body: '{}' });
      expect(response.status).toBe(400);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.json()).toEqual({
        error: 'invalid_request',
        error_description: 'The form must be sent as application/x-www-form-urlencoded.',
      });
      const page = await fetch(`${client.url}/authorize`, { method: 'POST', headers, body: '{}' });
      expect(page.status).toBe(400);
      expect(await page.text()).toContain('The form must be sent as application/x-www-form-urlencoded.');
    },
  );

  it('comes for a code brought a fifth time, but not a sixth', async () => {
    const wrong = [{ code_verifier: 'x'.repeat(43) }, { code_verifier: verifier, client_secret: 'wrong' }];
    for (const [failures, status] of [
      [4, 200],
      [5, 400],
    ]) {
      const code = await newCode();
      for (let index = 0; index < Number(failures); index += 1) {
        expect((await exchange({ code, ...wrong[index % 2] })).ok).toBe(false);
      }
      expect((await exchange({ code, code_verifier: verifier })).status).toBe(status);
    }
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox } from '../../sandbox/start.ts';
import { type FaultProxy, startFaultProxy } from '../testing/fault-proxy.ts';
import { Rep } from '../testing/rep.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

const apiKey = 'k'.repeat(64);
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let proxy: FaultProxy;
const servers: TestServer[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, data: ':memory:', seed: 20, apiKey });
  proxy = await startFaultProxy(sandbox.url);
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await proxy?.close();
  await sandbox?.close();
});

async function repWith(env: Record<string, string>): Promise<Rep> {
  const server = await startTestServer({ apiUrl: proxy.url, port: 0, env: { ATTIO_API_KEY: apiKey, ...env } });
  servers.push(server);
  return new Rep(server.url);
}

describe('With an API key', () => {
  test('on this computer, the rep is the member who made the key', async () => {
    const rep = await repWith({});
    expect((await rep.call('/api/session')).json).toMatchObject({
      mode: 'api-key',
      member: { email_address: 'ana@northwind.com' },
    });
    expect((await rep.request('/new')).text).toContain('<title>form</title>');
    expect((await rep.request('/auth/sign-in')).status).toBe(404);
  });

  test('behind the proxy, the rep is whom the proxy names; nobody else comes in', async () => {
    const rep = await repWith({ TRUSTED_PROXY: '127.0.0.1', TRUSTED_USER_HEADER: 'X-User-Email' });
    const as = (email?: string) => rep.call('/api/session', { headers: { 'x-user-email': email } });
    expect((await as('Tomas@Northwind.com')).json).toMatchObject({ member: { email_address: 'tomas@northwind.com' } });
    expect((await as()).json).toMatchObject({ status: 401, code: 'not_signed_in' });
    expect((await as('stranger@northwind.com')).json).toMatchObject({ status: 403, code: 'unknown_member' });
    expect((await as('marta@northwind.com')).json).toMatchObject({ status: 403, code: 'unknown_member' });
    expect((await rep.request('/new')).text).toContain('<title>trouble</title>');
  });

  test('the header of somebody who is not the proxy is worth nothing', async () => {
    const rep = await repWith({ TRUSTED_PROXY: '10.9.8.7', TRUSTED_USER_HEADER: 'X-User-Email' });
    const answer = await rep.call('/api/session', { headers: { 'x-user-email': 'ana@northwind.com' } });
    expect(answer.json).toMatchObject({ status: 401, code: 'not_signed_in' });
  });

  test('that Attio does not know, the rep is told so', async () => {
    const rep = await repWith({ ATTIO_API_KEY: 'x'.repeat(64) });
    expect((await rep.call('/api/deal-form')).json).toMatchObject({ status: 401, code: 'attio_sign_in_needed' });
    expect((await rep.request('/new')).text).toContain('does not accept the API key');
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { defaultOptions } from './options.ts';
import { startTestClient } from './test-client.ts';

const data = mkdtempSync(join(tmpdir(), 'sandbox-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

it('records, options, suspensions, tokens and codes are all there after a restart, and revocations too', async () => {
  const redirectUris = ['https://app.example.com/cb'];
  const first = await startTestClient({ data, control: true, redirectUris });
  const values = { name: 'Kept', stage: 'Lead', owner: 'ana@northwind.com' };
  await first.ask('POST', '/v2/objects/deals/records', { data: { values } });
  await first.ask('POST', '/v2/objects/deals/attributes/lead_source/options', { data: { title: 'Kept too' } });
  await first.ask('POST', '/_sandbox/suspend', { email_address: 'priya@northwind.com' });
  const members = (await first.ask('GET', '/v2/workspace_members')).body as { data: { id: { workspace_member_id: string } }[] };
  const consent = {
    client_id: defaultOptions.clientId,
    redirect_uri: 'https://app.example.com/cb',
    response_type: 'code',
    decision: 'allow',
    workspace_member_id: members.data[0]?.id.workspace_member_id ?? '',
  };
  const codes: string[] = [];
  for (let index = 0; index < 2; index += 1) {
    const response = await fetch(`${first.url}/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(consent),
    });
    codes.push(new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '');
  }
  const exchange = async (url: string, code: string | undefined) => {
    const { clientId, clientSecret } = defaultOptions;
    const form = { grant_type: 'authorization_code', client_id: clientId, client_secret: clientSecret, code: code ?? '' };
    const response = await fetch(`${url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });
    return ((await response.json()) as { access_token: string }).access_token;
  };
  const token = await exchange(first.url, codes[0]);
  await first.close();

  const started = performance.now();
  const second = await startTestClient({ data, control: true, redirectUris });
  expect(performance.now() - started).toBeLessThan(1000);
  const deals = await second.ask('POST', '/v2/objects/deals/records/query', { filter: { name: 'Kept' } }, token);
  expect((deals.body as { data: unknown[] }).data).toHaveLength(1);
  expect((await second.ask('GET', '/v2/objects/deals/attributes/lead_source/options')).text).toContain('Kept too');
  expect((await second.ask('GET', '/v2/workspace_members')).text).toMatch(/priya@northwind\.com","access_level":"suspended"/);
  expect(await exchange(second.url, codes[1])).toMatch(/^\w{64}$/);
  await second.ask('POST', '/_sandbox/revoke', { token });
  await second.ask('POST', '/_sandbox/revoke', { token: defaultOptions.apiKey });
  await second.close();

  const third = await startTestClient({ data });
  expect((await third.ask('GET', '/v2/objects', undefined, token)).status).toBe(401);
  expect((await third.ask('GET', '/v2/objects')).status).toBe(401);
  await third.close();
}, 30_000);

it('what search had not learned of yet when it stopped is found after a restart', async () => {
  const directory = mkdtempSync(join(data, 'lag-'));
  const first = await startTestClient({ data: directory, seed: 'empty', searchLagMs: 600_000 });
  const values = { name: 'Latecomer', stage: 'Lead', owner: 'ana@northwind.com' };
  await first.ask('POST', '/v2/objects/deals/records', { data: { values } });
  const body = { query: 'latecomer', objects: ['deals'], request_as: { type: 'workspace' } };
  expect((await first.ask('POST', '/v2/objects/records/search', body)).body).toEqual({ data: [] });
  await first.close();
  const second = await startTestClient({ data: directory });
  expect((await second.ask('POST', '/v2/objects/records/search', body)).body).toMatchObject({
    data: [{ record_text: 'Latecomer' }],
  });
  await second.close();
});

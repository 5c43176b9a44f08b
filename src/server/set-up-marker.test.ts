import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox } from '../sandbox/start.ts';
import { readMarkerConfig } from './config.ts';
import { setUpMarker } from './set-up-marker.ts';

const apiKey = 'marker'.padEnd(64, '0');
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, data: ':memory:', seed: 5, apiKey, control: false, redirectUris: [] });
});
afterAll(() => sandbox?.close());

const run = (key = apiKey) => setUpMarker(readMarkerConfig({ ATTIO_API_URL: sandbox.url, ATTIO_API_KEY: key }));

async function attio(method: string, path: string, body?: unknown) {
  const answer = await fetch(sandbox.url + path, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return (await answer.json()) as { data: Record<string, unknown>[] };
}

test('Setting up the marker makes a unique text attribute once, and says so the second time', async () => {
  expect(await run()).toMatch(/have the attribute submission_key now/);
  expect(await run()).toMatch(/have the attribute submission_key already/);
  const { data } = await attio('GET', '/v2/objects/deals/attributes');
  expect(data.filter((one) => one['api_slug'] === 'submission_key')).toMatchObject([
    { type: 'text', is_unique: true, is_required: false, is_multiselect: false },
  ]);
});

test('An attribute of that slug that cannot serve is left alone, and named', async () => {
  await attio('PATCH', '/v2/objects/deals/attributes/submission_key', { data: { is_unique: false } });
  await expect(run()).rejects.toThrow(/slug submission_key that cannot serve/);
  await attio('PATCH', '/v2/objects/deals/attributes/submission_key', { data: { is_archived: true } });
  await expect(run()).rejects.toThrow(/slug submission_key that cannot serve/);
});

test('A key that Attio does not take, or none at all, is one clear sentence', async () => {
  await expect(run('x'.repeat(64))).rejects.toThrow('Attio does not accept the key');
  expect(() => readMarkerConfig({})).toThrow('ATTIO_API_KEY is missing');
});

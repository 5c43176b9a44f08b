import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { longestLink, paths } from '../../contract/paths.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { type DealStack, signedInRep, startDealStack } from '../testing/deal-stack.ts';
import { attioError } from '../testing/fault-proxy.ts';
import { Rep } from '../testing/rep.ts';

let stack: DealStack;

beforeAll(async () => {
  stack = await startDealStack(startSandbox);
});
afterEach(() => stack.proxy.faults.clear());
afterAll(() => stack?.close());

const pages = [
  [paths.mySubmissions, 'submissions'],
  [paths.setupPage, 'setup'],
  [paths.linksPage, 'links'],
  [paths.preferencesPage, 'preferences'],
] as const;

test.each(pages)('%s asks for a sign-in that comes back to it', async (path) => {
  const { status, text } = await new Rep(stack.server.url).request(`${path}?a=1`);
  expect(status).toBe(200);
  expect(text).toContain('<title>sign-in</title>');
  expect(text).toContain(`"return_to":"${path}?a=1"`);
});

test('A link from elsewhere brings all of its deal along', async () => {
  const { rep } = await signedInRep(stack.server.url);
  const headers = { 'sec-fetch-site': 'cross-site' };
  const { text } = await new Rep(rep.url).request('/new?people=bo@acme.com&name=a%2Fb%0A100%25', { headers });
  expect(text).toContain('url=/new?people=bo%40acme.com&#38;name=a%2Fb%0A100%25"');
});

test('The longest link still goes through a sign-in, where it is escaped once more', async () => {
  const link = `/new?name=${'%D7%A9'.repeat(998)}`;
  expect(link.length).toBeGreaterThan(longestLink - 12);
  const { status } = await new Rep(stack.server.url).request(`${paths.signIn}?return_to=${encodeURIComponent(link)}`);
  expect(status).toBe(302);
});

test.each(pages)('%s is drawn for whoever is signed in, also while the workspace’s fields cannot be read', async (path, name) => {
  const { rep } = await signedInRep(stack.server.url);
  stack.proxy.faults.set('GET /v2/objects/deals/attributes', attioError(400, 'standard_object_disabled', 'No deals'));
  const { status, headers, text } = await rep.request(path);
  expect(status).toBe(200);
  expect(headers['cache-control']).toBe('no-store');
  expect(text).toContain(`<title>${name}</title>`);
  expect(text).toContain('"deal_form":null');
  expect(text).toContain('ana@northwind.com');
});

test('A page of somebody says whose it is and by which locale it is drawn, one of nobody does not', async () => {
  const { rep } = await signedInRep(stack.server.url);
  const headers = { 'accept-language': 'de-AT,en;q=0.5' };
  expect((await rep.request(paths.newDeal, { headers })).headers['dealslip-keep']).toMatch(/^de-AT [0-9a-f-]{36} [0-9a-f-]{36}$/);
  expect((await new Rep(rep.url).request(paths.newDeal, { headers })).headers).not.toHaveProperty('dealslip-keep');
});

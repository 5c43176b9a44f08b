import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { freePort } from '../src/server/free-port.ts';
import { createLine, type FaultProxy, startFaultProxy } from '../src/server/testing/fault-proxy.ts';
import { startProgram, stopProgram } from './running-program.ts';

/** One running product with its own sandbox, and a back door to the sandbox's API to ask for the truth. */
export interface Stack {
  /** The BFF, where the page is. */
  url: string;
  sandboxUrl: string;
  /** Calls the sandbox's API with its API key, and waits where Attio's limit of some 25 writes in a second says so. */
  attio: (method: string, path: string, body?: unknown) => Promise<{ status: number; json: AttioAnswer }>;
}

/** What the tests read of the sandbox's answers. */
export interface AttioAnswer {
  data: AttioRecord & AttioRecord[];
}
export interface AttioRecord {
  id: Record<string, string>;
  title: string;
  web_url: string;
  values: Record<string, Record<string, unknown>[]>;
}

const apiKey = 'e2e'.padEnd(64, '0');
const clientId = 'e2e-client';
const clientSecret = 'e2e-secret';

const attioOf = (sandboxUrl: string): Stack['attio'] =>
  async function attio(method, path, body) {
    const answer = await fetch(sandboxUrl + path, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (answer.status === 429) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return attio(method, path, body);
    }
    return { status: answer.status, json: (await answer.json()) as AttioAnswer };
  };

interface Fixtures {
  /** A page with the form, signed in as the demo workspace's admin. */
  signedIn: Page;
}
interface WorkerFixtures {
  /** The product as `npm start` runs it. */
  stack: Stack;
  /** The product as `npm run serve` runs it, with an Attio that goes wrong as told. */
  faulty: Stack & { proxy: FaultProxy };
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  stack: [
    async ({ browserName: _ }, use) => {
      const directory = mkdtempSync(join(tmpdir(), 'dealslip-e2e-'));
      const [port, sandboxPort] = [await freePort('127.0.0.1'), await freePort('127.0.0.1')];
      const sandboxFlags = ['--sandbox-port', String(sandboxPort), '--sandbox-data', ':memory:', '--sandbox-api-key', apiKey];
      const env = { PORT: String(port), DATA_DIR: directory, LOG_LEVEL: 'warn' };
      const program = await startProgram('main', ['--sandbox', '--control', ...sandboxFlags], env);
      const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
      await use({ url: `http://127.0.0.1:${port}`, sandboxUrl, attio: attioOf(sandboxUrl) });
      await stopProgram(program);
      rmSync(directory, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  faulty: [
    async ({ browserName: _ }, use) => {
      const directory = mkdtempSync(join(tmpdir(), 'dealslip-e2e-'));
      const [port, sandboxPort] = [await freePort('127.0.0.1'), await freePort('127.0.0.1')];
      const [url, sandboxUrl] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${sandboxPort}`];
      const sandbox = await startProgram('sandbox', [
        ...['--port', String(sandboxPort), '--data', ':memory:', '--api-key', apiKey],
        ...['--client-id', clientId, '--client-secret', clientSecret, '--redirect-uri', `${url}/auth/callback`],
      ]);
      const proxy = await startFaultProxy(sandboxUrl);
      const program = await startProgram('main', [], {
        ...{ PORT: String(port), DATA_DIR: directory, LOG_LEVEL: 'warn', SECRET_KEY: Buffer.alloc(32, 7).toString('base64') },
        // A missing answer is soon one that a person is asked about.
        ...{ SETTLE_MS: '1500', UPSTREAM_TIMEOUT_MS: '5000' },
        ...{ ATTIO_API_URL: proxy.url, ATTIO_APP_URL: sandboxUrl, ATTIO_CLIENT_ID: clientId, ATTIO_CLIENT_SECRET: clientSecret },
      });
      await use({ url, sandboxUrl, proxy, attio: attioOf(sandboxUrl) });
      await stopProgram(program);
      await proxy.close();
      await stopProgram(sandbox);
      rmSync(directory, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  signedIn: async ({ page, stack }, use) => {
    await signIn(page, stack);
    await use(page);
  },
});

/** Attio breaks off every create, and answers no look for it, until the faults are cleared. */
export function breakOffCreates({ proxy }: { proxy: FaultProxy }, { isApplied }: { isApplied: boolean }): void {
  proxy.faults.set(createLine, async (response, forward) => {
    if (isApplied) await forward();
    response.socket?.destroy();
  });
  proxy.faults.set(`${createLine}/query`, (response) => void response.socket?.destroy());
}

/** Signs in through the consent page and ends on the form, come to life, in an English or a German browser. */
export async function signIn(page: Page, stack: Stack, member = 'Ana Kovač'): Promise<void> {
  await page.goto(stack.url);
  await page.getByRole('link', { name: /Sign in with Attio|Mit Attio anmelden/ }).click();
  await consent(page, member);
  await expectAlive(page);
}

/** Chooses the member on Attio's page and allows. */
export async function consent(page: Page, member = 'Ana Kovač'): Promise<void> {
  const select = page.locator('select[name=workspace_member_id]');
  const option = await select.locator('option', { hasText: member }).getAttribute('value');
  await select.selectOption(option ?? '');
  await page.locator('button[value=allow]').click();
  await expect(page.getByRole('heading', { name: /New deal|Neuer Deal/ })).toBeVisible();
}

/** Waits until the page's script runs: a key pressed earlier is text in an input, and nothing else. */
export const expectAlive = (page: Page): Promise<void> =>
  expect(page.getByRole('button', { name: /Create deal|Deal anlegen/ })).toBeEnabled();

/** Writes past the product. */
export async function write(stack: Stack, method: string, path: string, data: unknown): Promise<AttioAnswer> {
  const { status, json } = await stack.attio(method, path, { data });
  if (status !== 200) throw new Error(`${method} ${path}: ${JSON.stringify(json)}`);
  return json;
}

/** Types into a picker and picks the first entry that its list then offers. */
export async function pick(page: Page, label: string, text: string): Promise<void> {
  const combobox = page.getByRole('combobox', { name: label });
  await combobox.fill(text);
  const option = page.getByRole('listbox', { name: label }).getByRole('option', { name: text }).first();
  await expect(option).toBeVisible();
  await option.click();
  await combobox.press('Escape');
}

/** What stands above the button while a deal is not settled. */
export const notice = (page: Page, title: string) => page.getByRole('group', { name: title });

/** The deals of the sandbox with this name. */
export async function dealsNamed(stack: Stack, name: string): Promise<AttioRecord[]> {
  const { json } = await stack.attio('POST', '/v2/objects/deals/records/query', { filter: { name } });
  return json.data;
}

export { expect };

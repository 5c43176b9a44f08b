import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';

/** One running product with its own sandbox, and a back door to the sandbox's API to ask for the truth. */
export interface Stack {
  /** The BFF, where the page is. */
  url: string;
  sandboxUrl: string;
  /** Calls the sandbox's API with its API key. */
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

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts a built program and resolves when it prints `ready …`. */
function startProgram(name: string, args: string[], env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, [`dist/server/${name}.js`, ...args], { env: { ...process.env, ...env } });
  return new Promise((resolve, reject) => {
    let output = '';
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (/^ready http/m.test(output)) resolve(child);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}:\n${output}`)));
  });
}

async function stopProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

export const test = base.extend<{ signedIn: Page }, { stack: Stack }>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const directory = mkdtempSync(join(tmpdir(), 'dealslip-e2e-'));
      const [port, sandboxPort] = [await freePort(), await freePort()];
      const program = await startProgram(
        'main',
        ['--sandbox', '--control', '--sandbox-port', String(sandboxPort), '--sandbox-data', ':memory:', '--sandbox-api-key', apiKey],
        { PORT: String(port), DATA_DIR: directory, LOG_LEVEL: 'warn' },
      );
      const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
      await use({
        url: `http://127.0.0.1:${port}`,
        sandboxUrl,
        async attio(method, path, body) {
          const answer = await fetch(sandboxUrl + path, {
            method,
            headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
            body: body === undefined ? null : JSON.stringify(body),
          });
          return { status: answer.status, json: (await answer.json()) as AttioAnswer };
        },
      });
      await stopProgram(program);
      rmSync(directory, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  /** A page with the form, signed in as the demo workspace's admin. */
  signedIn: async ({ page, stack }, use) => {
    await signIn(page, stack);
    await use(page);
  },
});

/** Signs in through the consent page and ends on the form. */
export async function signIn(page: Page, stack: Stack, member = 'Ana Kovač'): Promise<void> {
  await page.goto(stack.url);
  await page.getByRole('link', { name: 'Sign in with Attio' }).click();
  await consent(page, member);
}

/** Chooses the member on Attio's page and allows. */
export async function consent(page: Page, member = 'Ana Kovač'): Promise<void> {
  const select = page.locator('select[name=workspace_member_id]');
  const option = await select.locator('option', { hasText: member }).getAttribute('value');
  await select.selectOption(option ?? '');
  await page.locator('button[value=allow]').click();
  await expect(page.getByRole('heading', { name: 'New deal' })).toBeVisible();
}

/** The deals of the sandbox with this name. */
export async function dealsNamed(stack: Stack, name: string): Promise<AttioRecord[]> {
  const { json } = await stack.attio('POST', '/v2/objects/deals/records/query', { filter: { name } });
  return json.data;
}

export { expect };

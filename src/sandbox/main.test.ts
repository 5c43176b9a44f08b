import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultOptions } from './options.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const headers = { authorization: `Bearer ${defaultOptions.apiKey}`, 'content-type': 'application/json' };
const directories: string[] = [];
const started: ChildProcess[] = [];

function directory(): string {
  const made = mkdtempSync(join(tmpdir(), 'sandbox-'));
  directories.push(made);
  return made;
}

/** Runs the command; the process itself is the server, so that signals reach it. */
function run(...args: string[]): ChildProcess & { output: { stdout: string; stderr: string } } {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  started.push(child);
  return Object.assign(child, { output });
}

async function ready(child: ReturnType<typeof run>, timeout = 15_000): Promise<string> {
  const line = /^ready (http:\/\/127\.0\.0\.1:\d+)$/m;
  await expect.poll(() => child.output.stdout, { timeout }).toMatch(line);
  return line.exec(child.output.stdout)?.[1] ?? '';
}
const ended = async (child: ChildProcess): Promise<unknown> =>
  child.exitCode !== null || child.signalCode !== null ? child.exitCode : ((await once(child, 'exit')) as unknown[])[0];

afterEach(async () => {
  for (const child of started.splice(0)) {
    child.kill('SIGKILL');
    await ended(child);
  }
  for (const made of directories.splice(0)) rmSync(made, { recursive: true, force: true });
});

// Starting Node and reading TypeScript takes its time on a busy computer.
describe('the command', { timeout: 40_000 }, () => {
  it('prints one line when it answers and stops cleanly on SIGTERM', async () => {
    const child = run('--port', '0', '--data', ':memory:', '--seed', 'empty');
    const url = await ready(child);
    expect((await fetch(`${url}/v2/self`, { headers })).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
    expect(child.output.stdout).toBe(`ready ${url}\n`);
    expect(child.output.stderr).toContain(defaultOptions.apiKey);
  });

  it('loses nothing it has acknowledged when it is killed, and starts again at once', async () => {
    const data = directory();
    const first = run('--port', '0', '--data', data, '--seed', 'empty', '--write-limit', '1000');
    const firstUrl = await ready(first);
    const create = async (index: number): Promise<string> => {
      const values = { name: `Deal ${index}`, stage: 'Lead', owner: 'ana@northwind.com' };
      const response = await fetch(`${firstUrl}/v2/objects/deals/records`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ data: { values } }),
      });
      return ((await response.json()) as { data: { id: { record_id: string } } }).data.id.record_id;
    };
    const acknowledged: string[] = [];
    const writing = Array.from({ length: 100 }, async (_, index) => acknowledged.push(await create(index)));
    await expect.poll(() => acknowledged.length, { interval: 1 }).toBeGreaterThan(20);
    first.kill('SIGKILL');
    await Promise.allSettled(writing);
    await ended(first);

    const second = run('--port', '0', '--data', data, '--seed', 'empty');
    const secondUrl = await ready(second);
    const response = await fetch(`${secondUrl}/v2/objects/deals/records/query`, { method: 'POST', headers, body: '{}' });
    const kept = ((await response.json()) as { data: { id: { record_id: string } }[] }).data.map(({ id }) => id.record_id);
    expect(kept).toEqual(expect.arrayContaining(acknowledged));

    // Search knows of every record that is kept, and of no other.
    const body = JSON.stringify({ query: 'deal', objects: ['deals'], request_as: { type: 'workspace' } });
    const found = await fetch(`${secondUrl}/v2/objects/records/search`, { method: 'POST', headers, body });
    const hits = ((await found.json()) as { data: { id: { record_id: string } }[] }).data.map(({ id }) => id.record_id);
    expect(hits).toEqual(kept.slice(0, 25));
  });

  it('killed half-way through seeding leaves nothing behind, and the next start seeds the whole', async () => {
    const data = directory();
    const seeding = ['--port', '0', '--data', data, '--seed', '8000'];
    const first = run(...seeding);
    await expect.poll(() => first.output.stderr, { timeout: 30_000, interval: 5 }).toMatch(/^Seeding 16,000 records: [2-7]\d %/m);
    first.kill('SIGKILL');
    await ended(first);
    expect(first.output.stdout).toBe('');
    expect(existsSync(join(data, 'sandbox.sqlite'))).toBe(false);

    const second = run(...seeding);
    const url = await ready(second, 60_000);
    expect(second.output.stderr).toMatch(/Seeding 16,000 records: 4\d %, [\d,]+ records\/s, [\d min]+ s left\n/);
    expect(second.output.stderr).toMatch(/: 100 %, [\d,]+ records\/s, took [\d min]+ s\n/);
    expect(readdirSync(data).filter((name) => name.startsWith('loading'))).toEqual([]);
    for (const object of ['people', 'companies']) {
      const ask = async (offset: number) => {
        const body = JSON.stringify({ offset });
        const response = await fetch(`${url}/v2/objects/${object}/records/query`, { method: 'POST', headers, body });
        return ((await response.json()) as { data: unknown[] }).data.length;
      };
      expect([await ask(7500), await ask(7999), await ask(8000)]).toEqual([500, 1, 0]);
    }
  }, 120_000);

  it('seeds once: a directory that has a workspace is taken as it is', async () => {
    const data = directory();
    const first = run('--port', '0', '--data', data, '--seed', 'empty');
    await ready(first);
    first.kill('SIGKILL');
    await ended(first);
    const second = run('--port', '0', '--data', data, '--seed', '50');
    await ready(second);
    expect(second.output.stderr).not.toContain('Seeding');
  });

  it('says in one sentence that another one is at the directory', async () => {
    const data = directory();
    const first = run('--port', '0', '--data', data, '--seed', 'empty');
    await ready(first);
    const second = run('--port', '0', '--data', data, '--seed', 'empty');
    expect(await ended(second)).toBe(1);
    const sentence = `--data ${data} is in use by another sandbox (process ${first.pid}): end that one, or name another directory.`;
    expect(second.output.stderr.trim()).toBe(sentence);
  });

  it('says in one sentence that the port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const child = run('--port', String(port), '--data', ':memory:', '--seed', 'empty');
    expect(await ended(child)).toBe(1);
    expect(child.output.stderr).toBe(`Port ${port} is taken by another program; choose another one with --port.\n`);
    await new Promise((resolve) => server.close(resolve));
  });

  it('says in one sentence that --data cannot be used, and at once', async () => {
    const file = join(directory(), 'file');
    writeFileSync(file, 'x');
    const cases: [string, string][] = [
      [file, 'a file stands there'],
      [join(file, 'below'), 'a file stands there'],
    ];
    // Where Node's own way of making directories never ends.
    if (existsSync('/proc')) cases.push(['/proc/nope/x', 'it cannot be made there']);
    for (const [index, [data, reason]] of cases.entries()) {
      const child = run('--port', '0', '--data', data, '--seed', index === 0 ? '10' : 'demo');
      expect(await ended(child)).toBe(1);
      expect(child.output.stderr).toBe(`--data must name a directory that can be written to, not "${data}": ${reason}.\n`);
      expect(child.output.stdout).toBe('');
    }
  });

  it('makes the directories that are missing', async () => {
    const data = join(directory(), 'one', 'two');
    await ready(run('--port', '0', '--data', data, '--seed', 'empty'));
    expect(existsSync(data)).toBe(true);
  });

  it('refuses a flag it does not know in one sentence, without a stack trace', async () => {
    const child = run('--nonsense');
    expect(await ended(child)).toBe(1);
    expect(child.output.stderr).toMatch(/^Unknown option '--nonsense'[^\n]*\n$/);
    expect(child.output.stdout).toBe('');
  });
});

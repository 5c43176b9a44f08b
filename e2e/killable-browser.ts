import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';

/** A browser with a profile on the disk, which can be killed as a power cut would, and started again with what it had kept. */
export class KillableBrowser {
  readonly #profile = mkdtempSync(join(tmpdir(), 'dealslip-profile-'));
  #process: ChildProcess | null = null;
  #browser: Browser | null = null;

  /** Starts it; what its profile holds is there again. */
  async start(): Promise<BrowserContext> {
    const flags = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${this.#profile}`, '--no-first-run'];
    const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=en-US'];
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const path = process.env.CHROMIUM_PATH ?? chromium.executablePath();
    // A group of its own: all its processes end at once.
    const child = spawn(path, [...flags, ...quiet, ...asRoot, 'about:blank'], { detached: true });
    this.#process = child;
    const endpoint = await new Promise<string>((resolve, reject) => {
      let output = '';
      child.stderr.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const [, address] = /^DevTools listening on (ws:\S+)/m.exec(output) ?? [];
        if (address) resolve(address);
      });
      child.once('exit', () => reject(new Error(`The browser ended:\n${output}`)));
    });
    this.#browser = await chromium.connectOverCDP(endpoint);
    const [context] = this.#browser.contexts();
    if (!context) throw new Error('The browser has no profile');
    return context;
  }

  /** Ends it without a word, as `kill -9` does. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    await this.#browser?.close().catch(() => undefined);
  }

  /** Ends it, and forgets its profile. */
  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

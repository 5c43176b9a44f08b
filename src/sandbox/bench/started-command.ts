import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const LOOK_MS = 500;

/** The sandbox as a process of its own. Memory is its resident set, in MB. */
export type StartedCommand = {
  url: string;
  secondsToReady: number;
  /** The most that was seen until it was ready. */
  peakMb: number;
  memoryMb(): Promise<number>;
  stop(): Promise<void>;
};

/** Starts the sandbox's command on any free port and waits until it is ready. Its progress is shown. */
export async function startedCommand(...flags: string[]): Promise<StartedCommand> {
  const started = performance.now();
  const limits = ['--read-limit', '1000000', '--write-limit', '1000000'];
  const child = spawn(process.execPath, ['--import', 'tsx', main, '--port', '0', ...limits, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const memoryMb = () => residentMb(child.pid ?? 0);
  let peakMb = 0;
  const watch = setInterval(() => void memoryMb().then((mb) => (peakMb = Math.max(peakMb, mb))), LOOK_MS);
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, 'line'), once(child, 'exit')])) as unknown[];
  clearInterval(watch);
  const url = /^ready (\S+)$/.exec(String(line))?.[1];
  if (!url) throw new Error('The sandbox ended before it was ready');
  const secondsToReady = (performance.now() - started) / 1000;
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { url, secondsToReady, peakMb: Math.max(peakMb, await memoryMb()), memoryMb, stop };
}

async function residentMb(pid: number): Promise<number> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
    return Number(stdout) / 1024;
  } catch {
    return 0;
  }
}

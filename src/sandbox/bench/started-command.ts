import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const LOOK_MS = 500;

/** What a process uses: its resident set in MB, and the seconds of processor time it has had. */
type Usage = { memoryMb: number; cpuSeconds: number };

/** The sandbox as a process of its own, and what it took until it was ready. */
export type StartedCommand = {
  url: string;
  secondsToReady: number;
  cpuSecondsToReady: number;
  peakMb: number;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
};

/** Starts the sandbox's command on any free port and waits until it is ready. Its progress is shown. */
export async function startedCommand(...flags: string[]): Promise<StartedCommand> {
  const started = performance.now();
  const limits = ['--read-limit', '1000000', '--write-limit', '1000000'];
  const child = spawn(process.execPath, ['--import', 'tsx', main, '--port', '0', ...limits, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const usage = () => usageOf(child.pid ?? 0);
  let peakMb = 0;
  const look = async () => {
    const { memoryMb, cpuSeconds } = await usage();
    peakMb = Math.max(peakMb, memoryMb);
    return cpuSeconds;
  };
  const watch = setInterval(() => void look(), LOOK_MS);
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
  const cpuSecondsToReady = await look();
  return { url, secondsToReady, cpuSecondsToReady, peakMb, usage, stop };
}

/** As `ps` tells it; nothing where there is no `ps`. */
async function usageOf(pid: number): Promise<Usage> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=,time=', '-p', String(pid)]);
    const [memory = '', time = ''] = stdout.trim().split(/\s+/);
    const cpuSeconds = time.split(/[:-]/).reduce((sum, part) => sum * 60 + Number(part), 0);
    return { memoryMb: Number(memory) / 1024, cpuSeconds };
  } catch {
    return { memoryMb: 0, cpuSeconds: 0 };
  }
}

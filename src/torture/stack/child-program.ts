import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What is started: the words after `node`. */
export interface Programs {
  server: readonly string[];
  sandbox: readonly string[];
}

/** As `npm run build` leaves them. */
export const builtPrograms: Programs = { server: ['dist/server/main.js'], sandbox: ['dist/server/sandbox.js'] };

/** A program of ours, in a process group of its own. */
export interface ChildProgram {
  url: string;
  /** From its start to its word that it is ready, in ms. */
  msToReady: number;
  isRunning(): boolean;
  /** Sends the signal to all of its group, and resolves when it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<{ code: number | null; ms: number }>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const running = new Set<ChildProcess>();

/** A program ends with whoever started it, even if that was killed: its end of the pipe is gone then. */
const endsWithParent = `data:text/javascript,${encodeURIComponent(
  "process.stdin.on('close', () => process.kill(process.pid, 'SIGKILL')).on('error', () => undefined).resume().unref()",
)}`;

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // It was gone already.
  }
}

process.once('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL');
});

/** Ctrl-C and a polite end are ends like any other: for a command, not for a test that has its own ways. */
export function endChildrenOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
}

export interface StartOptions {
  env?: Record<string, string>;
  /** Where its output goes, after that of earlier ones. */
  logPath: string;
}

/**
 * Starts a program and waits until it prints `ready …`.
 * @throws Error with its last words when it ends before that
 */
export async function startProgram(words: readonly string[], { env = {}, logPath }: StartOptions): Promise<ChildProgram> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', endsWithParent, ...words], {
    cwd: root,
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  running.add(child);
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const log = createWriteStream(logPath, { flags: 'a' });
  const lastWords: string[] = [];
  const url = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        log.write(`${line}\n`);
        lastWords.splice(0, lastWords.length - 4, line);
        const ready = /^ready (http\S+)$/.exec(line);
        if (ready?.[1]) resolve(ready[1]);
      });
    }
    void ended.then((code) =>
      reject(new Error(`${words.at(-1)} ended with ${code} before it was ready: ${lastWords.join(' ')}`)),
    );
  });
  void ended.then(() => log.end());
  return {
    url: await url,
    msToReady: performance.now() - startedAt,
    isRunning: () => running.has(child),
    async end(signal) {
      const from = performance.now();
      signalGroup(child, signal);
      return { code: await ended, ms: performance.now() - from };
    },
  };
}

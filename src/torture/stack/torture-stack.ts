import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type PrivatePostgres, startPrivatePostgres } from '../../commands/private-postgres.mjs';
import { paths } from '../../contract/paths.ts';
import type { DuplicateProtection } from '../../contract/setup.ts';
import { openRep, type RepCalls } from '../rep/rep-calls.ts';
import { type FaultyUpstream, type FaultyUpstreamOptions, startFaultyUpstream } from '../upstream/faulty-upstream.ts';
import { callHttp } from '../upstream/http-call.ts';
import { type Balancer, startBalancer } from './balancer.ts';
import { type ChildProgram, type Programs, startProgram } from './child-program.ts';
import { apiKey, openWorkspace, type Workspace } from './workspace.ts';

export const engines = ['postgres', 'sqlite'] as const;
export type Engine = (typeof engines)[number];

export interface StackOptions extends Omit<FaultyUpstreamOptions, 'targetUrl'> {
  programs: Programs;
  mode: DuplicateProtection;
  engine: Engine;
  replicas: number;
  /** How long the server waits until an answer counts as lost for certain, in ms. */
  settleMs: number;
  sandboxFlags?: readonly string[];
  /** Whether the servers reach the sandbox without anything between. */
  direct?: boolean;
  /** Where the programs' output is kept. */
  logDirectory: string;
}

/** One of the servers behind the address. */
export interface Replica {
  isUp(): boolean;
  /** Kills it as `kill -9` does, or asks it to stop. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<{ code: number | null; ms: number }>;
  /** Starts it again; ms until `/health/ready` says yes. */
  start(): Promise<number>;
}

/** A workspace, an upstream that goes wrong, servers on one database, and a rep. */
export interface Stack {
  workspace: Workspace;
  upstream: FaultyUpstream;
  replicas: Replica[];
  rep: RepCalls;
  /** Breaks the database down and starts it again; null where it is a file. */
  restartDatabase: (() => Promise<void>) | null;
  close(): Promise<void>;
}

/** Between two looks whether a server is ready: what is measured is to be exact to this. */
const lookMs = 10;
const startsTried = 20;
const startPauseMs = 200;

async function msUntilReady(url: string, host: string, from: number): Promise<number> {
  for (;;) {
    const reply = await callHttp(url, { method: 'GET', path: paths.healthReady, headers: { host } }).catch(() => null);
    if (reply?.status === 200) return performance.now() - from;
    await sleep(lookMs);
  }
}

/** Names of the environment that would say something else than a run means; an empty one is an unset one. */
const unset = {
  ...{ ATTIO_CLIENT_ID: '', ATTIO_CLIENT_SECRET: '', TRUSTED_PROXY: '', TRUSTED_USER_HEADER: '', ALLOWED_WORKSPACES: '' },
  ...{ DATABASE_URL: '', NODE_OPTIONS: '' },
};

async function startStack(options: StackOptions): Promise<Stack> {
  const { programs, mode, engine, logDirectory } = options;
  mkdirSync(logDirectory, { recursive: true });
  const data = mkdtempSync(join(tmpdir(), 'dealslip-torture-'));
  const removeData = () => rmSync(data, { recursive: true, force: true });
  // Interrupted, it does not get as far as `close`.
  process.once('exit', removeData);
  const closing: (() => Promise<unknown>)[] = [async () => process.off('exit', removeData), async () => removeData()];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    const postgres: PrivatePostgres | null = engine === 'postgres' ? await startPrivatePostgres() : null;
    if (engine === 'postgres' && !postgres) throw new Error('There is no PostgreSQL here.');
    if (postgres) closing.push(() => postgres.stop());
    const sandbox = await startProgram(
      [
        ...programs.sandbox,
        '--port',
        '0',
        '--data',
        ':memory:',
        '--seed',
        '1',
        '--api-key',
        apiKey,
        ...(options.sandboxFlags ?? []),
      ],
      { logPath: join(logDirectory, 'sandbox.log') },
    );
    closing.push(() => sandbox.end('SIGKILL'));
    const workspace = await openWorkspace(sandbox.url, { marker: mode === 'marker' });
    const upstream = await startFaultyUpstream({ ...options, targetUrl: sandbox.url });
    closing.push(() => upstream.close());
    const balancer = await startBalancer();
    closing.push(() => balancer.close());
    const env = {
      ...unset,
      ...{ HOST: '127.0.0.1', PORT: '0', PUBLIC_URL: balancer.url, ATTIO_API_URL: options.direct ? sandbox.url : upstream.url },
      ...{ ATTIO_APP_URL: sandbox.url, ATTIO_API_KEY: apiKey, SECRET_KEY: Buffer.alloc(32, 7).toString('base64') },
      ...{ DATA_DIR: data, UPSTREAM_TIMEOUT_MS: String(options.timeoutMs), SETTLE_MS: String(options.settleMs) },
      ...{ LOG_LEVEL: 'info', ...(postgres ? { DATABASE_URL: postgres.url } : {}) },
    };
    const replicas = await startReplicas(options, env, balancer, closing);
    const rep = await openRep(balancer.url);
    upstream.setFaults(true);
    return { workspace, upstream, replicas, rep, restartDatabase: postgres ? () => postgres.restart() : null, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Starts all of it, works with it, and ends it, whatever came of the work.
 * @throws Error when there is no PostgreSQL and one is wanted
 */
export async function withStack<Result>(options: StackOptions, work: (stack: Stack) => Promise<Result>): Promise<Result> {
  const stack = await startStack(options);
  try {
    return await work(stack);
  } finally {
    await stack.close();
  }
}

/** As a supervisor does: a server that finds no database ends, and is started again. */
async function startedAgain(start: () => Promise<ChildProgram>): Promise<ChildProgram> {
  for (let left = startsTried; ; left -= 1) {
    try {
      return await start();
    } catch (error) {
      if (left <= 1) throw error;
      await sleep(startPauseMs);
    }
  }
}

async function startReplicas(
  { programs, replicas: count, logDirectory }: StackOptions,
  env: Record<string, string>,
  balancer: Balancer,
  closing: (() => Promise<unknown>)[],
): Promise<Replica[]> {
  const urls = new Map<number, string>();
  const tell = () => balancer.setReplicas([...urls.values()]);
  const replicaOf = (number: number): Replica => {
    let program: ChildProgram | null = null;
    closing.push(async () => program?.isRunning() && program.end('SIGKILL'));
    return {
      isUp: () => program?.isRunning() ?? false,
      async end(signal) {
        const ended = await program?.end(signal);
        urls.delete(number);
        tell();
        return ended ?? { code: null, ms: 0 };
      },
      async start() {
        const from = performance.now();
        program = await startedAgain(() =>
          startProgram(programs.server, { env, logPath: join(logDirectory, `server-${number}.log`) }),
        );
        urls.set(number, program.url);
        tell();
        return msUntilReady(program.url, new URL(env['PUBLIC_URL'] ?? '').host, from);
      },
    };
  };
  const replicas = Array.from({ length: count }, (_, index) => replicaOf(index + 1));
  await Promise.all(replicas.map((replica) => replica.start()));
  return replicas;
}

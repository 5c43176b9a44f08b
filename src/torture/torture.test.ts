import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIfNeeded } from '../commands/build-if-needed.mjs';
import { hasPostgres, testDatabaseUrl } from '../commands/private-postgres.mjs';
import { runChaos } from './chaos.ts';
import { inWords } from './scenario.ts';
import { runDoubleClicks } from './scenarios/double-click.ts';
import { builtPrograms } from './stack/child-program.ts';
import type { Engine } from './stack/torture-stack.ts';

/**
 * The short form of `npm run torture`. Two servers share a PostgreSQL of this test's own, which it breaks down; where there is
 * none they share a SQLite file.
 */
const engine: Engine = hasPostgres() && testDatabaseUrl === undefined ? 'postgres' : 'sqlite';
const where = engine === 'postgres' ? 'PostgreSQL' : 'one SQLite file (no PostgreSQL here to break down)';

let logDirectory = '';
beforeAll(async () => {
  logDirectory = mkdtempSync(join(tmpdir(), 'dealslip-torture-logs-'));
  await buildIfNeeded();
});
afterAll(() => rmSync(logDirectory, { recursive: true, force: true }));

/** Against hanging, not against slowness: it starts some twenty processes. */
const hangsMs = 240_000;
const seed = 1;
const brief = { seed, engine, programs: builtPrograms, replicas: 2, timeoutMs: 600, settleMs: 3_000, say: () => undefined };

// All at once: most of it is waiting.
describe.concurrent(`Two servers on ${where}`, { timeout: hangsMs }, () => {
  test.each(['marker', 'look_up'] as const)('make one deal of each submission, whatever goes wrong (%s)', async (mode) => {
    const { verdict } = await runChaos({
      ...{ ...brief, mode, submissions: 40, atATime: 20, createFaultRate: 0.5, readFaultRate: 0.05 },
      ...{ kills: 2, databaseRestarts: 1, longestPauseMs: 500, settledWithinMs: 20_000, logDirectory: join(logDirectory, mode) },
    });
    expect(inWords(verdict.breaches)).toEqual([]);
    expect(verdict.ambiguous).toBeGreaterThan(5);
  });

  test('make one deal of ten clicks', async () => {
    const { broken } = await runDoubleClicks({
      ...{ ...brief, mode: 'look_up', submissions: 10, clicks: 10, logDirectory: join(logDirectory, 'clicks') },
    });
    expect(broken).toEqual([]);
  });
});

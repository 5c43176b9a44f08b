import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submissionGroups } from '../../contract/submission.ts';
import { engines } from '../testing/engines.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { type Database, openPostgres, openSqlite } from './open-database.ts';
import type { ListFilter } from './submission-lists.ts';

describe.each(engines)('A list of submissions in $name', (engine) => {
  const directory = mkdtempSync(join(tmpdir(), 'dealslip-lists-'));
  let db: Database;
  let ledger: Ledger;
  beforeAll(async () => {
    const { DATABASE_URL: url } = await engine.database();
    db = url === undefined ? openSqlite(directory) : await openPostgres(url);
    ledger = createLedger(db, Date.now, { writesPerSecond: 1_000 });
  });
  afterAll(async () => {
    await db.destroy();
    rmSync(directory, { recursive: true, force: true });
  });

  /** Receives a deal of that name, and leaves it in a state. */
  async function deal(workspaceId: string, name: string, state: 'received' | 'created' | 'dismissed' | 'unknown'): Promise<void> {
    const key = { workspaceId, memberId: 'm', id: randomUUID() };
    await ledger.receive(key, { body: JSON.stringify({ name }), bodyHash: 'h', locale: 'en', fingerprint: 'f' });
    if (state === 'created') await ledger.settleCreated(key, { recordId: key.id, answer: '{}' });
    if (state === 'dismissed') await ledger.dismiss(key);
    if (state !== 'unknown') return;
    await ledger.claim(key, { claim: randomUUID(), bodyHash: 'h', protection: 'none', sentAt: 1, leaseMs: 60_000 });
    await ledger.settleUnknown(key, 1, 'no answer');
  }

  /** The names of all that a filter lets through, page by page, in their order. */
  async function listed(workspaceId: string, filter: Partial<ListFilter>, pageSize = 2): Promise<string[]> {
    const names: string[] = [];
    for (let cursor = null; ; ) {
      const rows = await ledger.list(workspaceId, 'm', cursor, pageSize, { states: null, name: null, ...filter });
      names.push(...rows.map(({ body }) => (JSON.parse(body) as { name: string }).name));
      const last = rows.at(-1);
      if (!last || rows.length < pageSize) return names;
      cursor = { receivedAt: last.received_at, id: last.id };
    }
  }

  test('holds those in the states that are asked for, page by page, newest first', async () => {
    const workspaceId = randomUUID();
    const states = ['received', 'created', 'dismissed', 'unknown', 'created'] as const;
    for (const [at, state] of [...states, ...states].entries()) {
      await deal(workspaceId, `${at} ${state}`, state);
      // A moment of its own for each, so that there is one order.
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(await listed(workspaceId, { states: submissionGroups.open })).toEqual([
      '8 unknown',
      '5 received',
      '3 unknown',
      '0 received',
    ]);
    expect(await listed(workspaceId, { states: submissionGroups.created })).toEqual([
      '9 created',
      '6 created',
      '4 created',
      '1 created',
    ]);
    expect(await listed(workspaceId, { states: submissionGroups.not_created })).toEqual(['7 dismissed', '2 dismissed']);
    expect((await listed(workspaceId, {})).length).toBe(10);
    expect((await ledger.openStates(workspaceId, 'm')).toSorted()).toEqual(['received', 'unknown']);
    expect(await ledger.openStates(workspaceId, 'another')).toEqual([]);
  });

  test('finds names by the beginnings of their words, whatever the case and the accents', async () => {
    const workspaceId = randomUUID();
    for (const name of ['Ana Kovač – licence', 'ÅNGSTRÖM roll-out', '100% off_er']) await deal(workspaceId, name, 'received');
    await deal(workspaceId, 'Kovac, created', 'created');
    const named = async (name: string) => (await listed(workspaceId, { name })).toSorted();
    expect(await named('KOVAC')).toEqual(['Ana Kovač – licence', 'Kovac, created']);
    expect(await named('lic kov')).toEqual(['Ana Kovač – licence']);
    expect(await named('ångström')).toEqual(['ÅNGSTRÖM roll-out']);
    // What is a wildcard to a database is a character here.
    expect(await named('100%')).toEqual(['100% off_er']);
    expect(await named("' or 1=1")).toEqual([]);
    expect(await listed(workspaceId, { name: 'kovac', states: submissionGroups.created })).toEqual(['Kovac, created']);
  });

  test('goes on behind the last that was found, however many others lie between', async () => {
    const workspaceId = randomUUID();
    for (let at = 0; at < 450; at += 1) await deal(workspaceId, at % 150 === 0 ? `Needle ${at}` : 'Hay', 'received');
    const found = await listed(workspaceId, { name: 'needle' }, 1);
    expect(found.toSorted()).toEqual(['Needle 0', 'Needle 150', 'Needle 300']);
    expect(await listed(workspaceId, { name: 'needle' }, 26)).toHaveLength(3);
    expect(await listed(workspaceId, { name: 'hay' }, 100)).toHaveLength(447);
  });
});

import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../testing/engines.ts';
import { createLedger } from './ledger.ts';
import { type Database, openPostgres, openSqlite } from './open-database.ts';
import { processOwner } from './process-owner.ts';

describe.each(engines)('The ledger in $name', (engine) => {
  const directory = mkdtempSync(join(tmpdir(), 'dealslip-ledger-'));
  let db: Database;
  beforeAll(async () => {
    const { DATABASE_URL: url } = await engine.database();
    db = url === undefined ? openSqlite(directory) : await openPostgres(url);
  });
  afterAll(async () => {
    await db.destroy();
    rmSync(directory, { recursive: true, force: true });
  });
  const newKey = () => ({ workspaceId: 'w', memberId: 'm', id: randomUUID() });
  const values = { body: '{}', bodyHash: 'h' };

  test('leaves what a running process is at alone, and gives up what a gone one was at', async () => {
    const key = newKey();
    const first = createLedger(db, Date.now, { name: 'first', isGone: () => false });
    await first.receive(key, values);
    expect(await first.claim(key, 'h', 60_000)).toBe(1);
    const beside = createLedger(db, Date.now, { name: 'second', isGone: (owner) => owner !== 'first' });
    expect(await beside.settleOrphaned()).toBe(0);
    expect((await beside.find(key))?.state).toBe('sending');
    const after = createLedger(db, Date.now, { name: 'third', isGone: (owner) => owner === 'first' });
    expect(await after.settleOrphaned()).toBe(1);
    expect((await after.find(key))?.state).toBe('unknown');
  });

  test('lets one of many claims through, and none with other values', async () => {
    const key = newKey();
    const ledger = createLedger(db, Date.now);
    await ledger.receive(key, values);
    expect(await ledger.claim(key, 'other', 60_000)).toBeNull();
    const claims = await Promise.all(Array.from({ length: 10 }, () => ledger.claim(key, 'h', 60_000)));
    expect(claims.filter((attempt) => attempt !== null)).toEqual([1]);
  });

  test('never leaves created, whatever a later attempt says', async () => {
    const key = newKey();
    const ledger = createLedger(db, Date.now);
    await ledger.receive(key, values);
    await ledger.claim(key, 'h', 60_000);
    await ledger.settleCreated(key, { recordId: 'r', answer: '{}' });
    await ledger.settleUnknown(key, 1, 'late');
    await ledger.settleRefused(key, 1, '{}');
    await ledger.release(key, 1);
    expect(await ledger.find(key)).toMatchObject({ state: 'created', record_id: 'r' });
  });
});

test('A process is gone when this host runs it no more; of other hosts nobody can tell', () => {
  const own = processOwner();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  expect(own.isGone(own.name)).toBe(false);
  expect(own.isGone(`${hostname()}/${pid}/x`)).toBe(true);
  expect(own.isGone(`${hostname()}/${process.ppid}/x`)).toBe(false);
  expect(own.isGone(`${hostname()}/${process.pid}/x`)).toBe(true);
  expect(own.isGone(`elsewhere/${pid}/x`)).toBe(false);
});

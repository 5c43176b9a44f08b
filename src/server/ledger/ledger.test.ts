import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../testing/engines.ts';
import { createLedger, type Ledger, type LedgerOptions } from './ledger.ts';
import { type Database, openPostgres, openSqlite } from './open-database.ts';
import { processOwner } from './process-owner.ts';
import type { AttemptPlan } from './sending-queue.ts';
import type { SubmissionKey, SubmissionRow } from './submission-row.ts';
import type { Protection } from './submission-table.ts';

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

  /** Each test has a workspace of its own. */
  const newKey = (workspaceId: string = randomUUID()): SubmissionKey => ({ workspaceId, memberId: 'm', id: randomUUID() });
  const forbidden = { why: 'permission', answer: null } as const;
  const signIn = { why: 'sign_in', answer: null } as const;
  const values = { body: '{}', bodyHash: 'h', locale: 'en', fingerprint: 'f' };
  const ledgerOf = (options: LedgerOptions = {}) => createLedger(db, Date.now, { writesPerSecond: 1_000, ...options });
  const newPlan = (more: Partial<AttemptPlan> = {}): AttemptPlan => ({
    ...{ claim: randomUUID(), bodyHash: 'h', protection: 'none', sentAt: 1, leaseMs: 60_000 },
    ...more,
  });
  const claim = (ledger: Ledger, key: SubmissionKey, protection: Protection = 'none', leaseMs = 60_000) =>
    ledger.claim(key, newPlan({ protection, leaseMs }));
  const rowOf = async (ledger: Ledger, key: SubmissionKey): Promise<SubmissionRow> => {
    const row = await ledger.find(key);
    if (!row) throw new Error('no row');
    return row;
  };
  /** Everything of a workspace that is due for a look, a few at a time. */
  async function looksOf(ledger: Ledger, workspaceId: string): Promise<string[]> {
    const ids: string[] = [];
    for (;;) {
      const due = await ledger.claimLooks(2, 60_000);
      if (due.length === 0) return ids;
      ids.push(...due.flatMap(({ row }) => (row.workspace_id === workspaceId ? [row.id] : [])));
    }
  }
  /** A submission whose attempt is under way. */
  async function sending(ledger: Ledger, protection: Protection = 'none', key = newKey()): Promise<SubmissionKey> {
    await ledger.receive(key, values);
    expect(await claim(ledger, key, protection)).toEqual({ kind: 'claimed', attempt: 1 });
    return key;
  }

  test('gives a claim back that was committed and nobody heard of', async () => {
    const ledger = ledgerOf();
    for (const isReceived of [true, false]) {
      const [key, plan] = [newKey(), newPlan()];
      await ledger.receive(key, values, isReceived ? plan : null);
      if (!isReceived) await ledger.claim(key, plan);
      expect((await rowOf(ledger, key)).state).toBe('sending');
      await ledger.withdrawClaim(key, plan);
      expect(await rowOf(ledger, key)).toMatchObject({ state: 'deferred', unsure: 0 });
    }
  });

  test('never gives back a later claim in the place of one that was not committed, though both are the first attempt', async () => {
    const ledger = ledgerOf();
    const [key, failed] = [newKey(), newPlan()];
    await ledger.receive(key, values, newPlan());
    await ledger.withdrawClaim(key, failed);
    expect(await rowOf(ledger, key)).toMatchObject({ state: 'sending', attempt: 1 });
  });

  test('leaves what a running process is at alone, and gives up what a gone one was at', async () => {
    const key = await sending(ledgerOf({ owner: { name: 'first', isGone: () => false } }));
    const beside = ledgerOf({ owner: { name: 'second', isGone: (owner) => owner !== 'first' } });
    await beside.settleAbandoned();
    expect((await rowOf(beside, key)).state).toBe('sending');
    const after = ledgerOf({ owner: { name: 'third', isGone: (owner) => owner === 'first' } });
    expect(await after.settleAbandoned()).toBe(1);
    expect(await rowOf(after, key)).toMatchObject({ state: 'unknown', unsure: 1 });
  });

  test('gives up an attempt whose lease is over, whoever was at it, and has its deal looked for', async () => {
    const key = newKey();
    const ledger = ledgerOf();
    await ledger.receive(key, values);
    await claim(ledger, key, 'none', 0);
    await expect.poll(() => ledger.settleAbandoned()).toBe(1);
    expect(await looksOf(ledger, key.workspaceId)).toEqual([key.id]);
  });

  test('takes up at once what a clock that was put back since has put off', async () => {
    let ahead = 3_600_000;
    const clock = () => Date.now() + ahead;
    const ledger = createLedger(db, clock, { writesPerSecond: 1_000 });
    const [late, open] = [newKey(), newKey()];
    await ledger.receive(late, values);
    await ledger.postpone(await rowOf(ledger, late), 'attio_busy', 3_000);
    await sending(ledger, 'none', open);
    await ledger.settleUnknown(open, 1, 'no answer');
    // PostgreSQL's own clock is the same for all: there it is put forward by hand.
    const shift = { not_before: Date.now() + ahead, next_look_at: Date.now() + ahead };
    await db.updateTable('submissions').set({ not_before: shift.not_before }).where('id', '=', late.id).execute();
    await db.updateTable('submissions').set({ next_look_at: shift.next_look_at }).where('id', '=', open.id).execute();
    ahead = 0;
    expect(await ledger.nextDue(late.workspaceId)).toMatchObject({ id: late.id });
    expect((await claim(ledger, late)).kind).toBe('claimed');
    expect(await looksOf(ledger, open.workspaceId)).toEqual([open.id]);
  });

  test('claims what it receives in the same commit, unless somebody waits or the turn has not come', async () => {
    const ledger = ledgerOf({ writesPerSecond: 3 });
    const workspaceId = randomUUID();
    const receive = async (key = newKey(workspaceId)) => ({ key, ...(await ledger.receive(key, values, newPlan())) });
    const first = await receive();
    expect([first.isClaimed, first.row.state, first.row.attempt]).toEqual([true, 'sending', 1]);
    // Once more is not once again.
    expect((await receive(first.key)).isClaimed).toBe(false);
    const burst = await Promise.all(Array.from({ length: 6 }, () => receive()));
    const waiting = burst.filter(({ isClaimed }) => !isClaimed);
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.every(({ row }) => row.state === 'received' && row.attempt === 0)).toBe(true);
    // The turn comes, and is left to those who wait.
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await receive()).isClaimed).toBe(false);
    expect((await claim(ledger, waiting[0]?.key ?? first.key)).kind).toBe('claimed');
    await ledger.pause(workspaceId, 'attio_busy', 60_000);
    expect((await receive()).isClaimed).toBe(false);
  });

  test('lets one of many claims through, and none with other values', async () => {
    const key = newKey();
    const ledger = ledgerOf();
    await ledger.receive(key, values);
    expect(await ledger.claim(key, newPlan({ bodyHash: 'other' }))).toEqual({
      kind: 'not_free',
    });
    const claims = await Promise.all(Array.from({ length: 10 }, () => claim(ledger, key)));
    expect(claims.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
  });

  test('lets a workspace write no faster than its budget, whichever process asks', async () => {
    const workspaceId = randomUUID();
    const ledgers = [ledgerOf({ writesPerSecond: 20 }), ledgerOf({ writesPerSecond: 20 })];
    const keys = Array.from({ length: 12 }, () => newKey(workspaceId));
    for (const key of keys) await ledgers[0]?.receive(key, values);
    const startedAt = performance.now();
    const waits: number[] = [];
    await Promise.all(
      keys.map(async (key, index) => {
        for (;;) {
          const answer = await claim(ledgers[index % 2] as Ledger, key);
          if (answer.kind === 'claimed') return;
          if (answer.kind === 'wait') waits.push(answer.ms);
          await new Promise((resolve) => setTimeout(resolve, answer.kind === 'wait' ? answer.ms : 1));
        }
      }),
    );
    // Three at once, the other nine 50 ms apart.
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(440);
    expect(Math.max(...waits)).toBeLessThanOrEqual(50);
  });

  test('sends nothing of a workspace that is paused, and of two pauses the longer counts', async () => {
    const ledger = ledgerOf();
    const key = newKey();
    await ledger.receive(key, values);
    await ledger.pause(key.workspaceId, 'attio_busy', 60_000);
    await ledger.pause(key.workspaceId, 'attio_unreachable', 1_000);
    expect(await ledger.nextDue(key.workspaceId)).toBeUndefined();
    const answer = await claim(ledger, key);
    expect(answer.kind === 'wait' && answer.ms).toBeGreaterThan(50_000);
    const waiting = await ledger.waitingFor(await rowOf(ledger, key));
    expect(waiting).toMatchObject({ ahead: 0, reason: 'attio_busy' });
    expect(waiting.notBefore).toBeGreaterThan(Date.now() + 50_000);
    const other = newKey();
    await ledger.receive(other, values);
    expect((await ledger.nextDue(other.workspaceId))?.id).toBe(other.id);
  });

  test('gives out what waits in the order in which it came, and says how many go first', async () => {
    let at = 1_000_000;
    const ledger = createLedger(db, () => at, { writesPerSecond: 1_000 });
    const workspaceId = randomUUID();
    const keys = Array.from({ length: 4 }, () => newKey(workspaceId));
    for (const key of keys) {
      await ledger.receive(key, values);
      at += 5;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const aheads = await Promise.all(keys.map(async (key) => (await ledger.waitingFor(await rowOf(ledger, key))).ahead));
    expect(aheads).toEqual([0, 1, 2, 3]);
    expect((await ledger.nextDue(workspaceId))?.id).toBe(keys[0]?.id);
  });

  test('goes on when the clock is put back', async () => {
    let at = Date.now();
    const [before, after] = [Date.now(), Date.now() - 600_000];
    const ledger = createLedger(db, () => at, { writesPerSecond: 20 });
    const [first, second] = [newKey(), newKey()];
    at = before;
    await ledger.receive(first, values);
    expect((await claim(ledger, first)).kind).toBe('claimed');
    await ledger.pause(first.workspaceId, 'attio_busy', 60_000);
    at = after;
    const next = { ...second, workspaceId: first.workspaceId };
    await ledger.receive(next, values);
    // PostgreSQL has a clock of its own, which nobody puts back here.
    const kind = engine.name === 'SQLite' ? 'claimed' : 'wait';
    expect((await claim(ledger, next)).kind).toBe(kind);
  });

  test('never leaves created, whatever a later attempt says', async () => {
    const ledger = ledgerOf();
    const key = await sending(ledger);
    expect(await ledger.settleCreated(key, { recordId: 'r', answer: '{}' })).toMatchObject({ outcome: 'settled' });
    await ledger.settleUnknown(key, 1, 'late');
    await ledger.settleRefused(key, 1, '{}');
    await ledger.defer(key, 1, 'attio_busy', 0);
    await ledger.blockAttempt(key, 1, forbidden);
    expect(await ledger.dismiss(key)).toBe(false);
    expect(await ledger.sendAgain(key)).toBe(false);
    expect(await rowOf(ledger, key)).toMatchObject({ state: 'created', record_id: 'r' });
  });

  test('keeps one record to one submission, and notes when one submission has two', async () => {
    const ledger = ledgerOf();
    const first = await sending(ledger);
    const second = await sending(ledger, 'none', newKey(first.workspaceId));
    expect(await ledger.settleCreated(first, { recordId: 'r1', answer: '{}' })).toMatchObject({ outcome: 'settled' });
    expect(await ledger.settleCreated(second, { recordId: 'r1', answer: '{}' })).toMatchObject({ outcome: 'taken' });
    expect((await rowOf(ledger, second)).state).toBe('sending');
    expect(await ledger.settleCreated(first, { recordId: 'r1', answer: '{}' })).toMatchObject({ outcome: 'settled' });
    expect(await ledger.settleCreated(first, { recordId: 'r2', answer: '{}' })).toMatchObject({ outcome: 'again' });
    expect(await rowOf(ledger, first)).toMatchObject({ record_id: 'r1', duplicates: '["r2"]' });
    expect(await ledger.boundRecords(first.workspaceId, ['r1', 'r9'])).toEqual(new Set(['r1']));
  });

  test('counts a deal that turns up late, even after a person has given the submission up', async () => {
    const ledger = ledgerOf();
    const key = await sending(ledger);
    await ledger.settleUnknown(key, 1, 'reset');
    expect(await ledger.dismiss(key)).toBe(true);
    await ledger.settleCreated(key, { recordId: randomUUID(), answer: '{}' });
    expect((await rowOf(ledger, key)).state).toBe('created');
  });

  test('takes a refusal for final only when no earlier attempt is open', async () => {
    const ledger = ledgerOf();
    const key = await sending(ledger, 'unique');
    await ledger.settleUnknown(key, 1, 'reset');
    await ledger.sendAgainSafely(await rowOf(ledger, key));
    expect(await claim(ledger, key, 'unique')).toEqual({ kind: 'claimed', attempt: 2 });
    await ledger.settleRefused(key, 2, '{}');
    expect(await rowOf(ledger, key)).toMatchObject({ state: 'unknown', protection: 'plain' });

    const late = await sending(ledger);
    await ledger.settleUnknown(late, 1, 'no answer in time');
    await ledger.settleRefused(late, 1, '{}');
    expect((await rowOf(ledger, late)).state).toBe('refused');
  });

  test('sends an open submission again by itself only when Attio would refuse a second deal', async () => {
    const ledger = ledgerOf();
    for (const protection of ['none', 'plain', 'unique'] as const) {
      const key = await sending(ledger, protection);
      await ledger.settleUnknown(key, 1, 'reset');
      await ledger.sendAgainSafely(await rowOf(ledger, key));
      expect((await rowOf(ledger, key)).state).toBe(protection === 'unique' ? 'deferred' : 'unknown');
    }
  });

  test('hands a look to one process only', async () => {
    const ledger = ledgerOf();
    const workspaceId = randomUUID();
    const keys = await Promise.all(Array.from({ length: 6 }, () => sending(ledger, 'none', newKey(workspaceId))));
    for (const key of keys) await ledger.settleUnknown(key, 1, 'reset');
    const taken = await Promise.all([1, 2, 3].map(() => looksOf(ledger, workspaceId)));
    expect(taken.flat().toSorted()).toEqual(keys.map(({ id }) => id).toSorted());
    expect(await looksOf(ledger, workspaceId)).toEqual([]);
  });

  test('keeps the values of a submission, whatever state it is in', async () => {
    const ledger = ledgerOf();
    const key = await sending(ledger);
    const other = { ...values, bodyHash: 'h2', body: '{"name":"2"}' };
    expect((await ledger.receive(key, other)).row.body_hash).toBe('h');
    await ledger.blockAttempt(key, 1, forbidden);
    expect((await ledger.receive(key, other)).row).toMatchObject({ state: 'blocked_auth', body_hash: 'h' });
  });

  test('tries again by itself what a right was lacking for, after a minute; a lost sign-in waits for its member', async () => {
    const ledger = ledgerOf();
    const [lacking, signedOut] = [await sending(ledger), await sending(ledger)];
    await ledger.blockAttempt(lacking, 1, forbidden);
    await ledger.blockAttempt(signedOut, 1, signIn);
    await ledger.retryBlocked();
    expect((await rowOf(ledger, lacking)).state).toBe('blocked_auth');
    const { not_before, received_at } = await rowOf(ledger, lacking);
    expect(not_before - received_at).toBeGreaterThanOrEqual(60_000);
    await db.updateTable('submissions').set({ not_before: 0 }).where('state', '=', 'blocked_auth').execute();
    await ledger.retryBlocked();
    expect((await rowOf(ledger, lacking)).state).toBe('deferred');
    expect((await rowOf(ledger, signedOut)).state).toBe('blocked_auth');
  });

  test('goes on with what was blocked when its member signs in, and with nobody else’s', async () => {
    const ledger = ledgerOf();
    const mine = await sending(ledger);
    const theirs = await sending(ledger, 'none', { ...newKey(mine.workspaceId), memberId: 'another' });
    await ledger.blockAttempt(mine, 1, signIn);
    await ledger.blockAttempt(theirs, 1, signIn);
    await ledger.resume(mine.workspaceId, 'm');
    expect([(await rowOf(ledger, mine)).state, (await rowOf(ledger, theirs)).state]).toEqual(['deferred', 'blocked_auth']);
  });

  test('lists a member’s submissions newest first, page by page, none twice', async () => {
    const ledger = ledgerOf();
    const workspaceId = randomUUID();
    const keys = Array.from({ length: 7 }, () => newKey(workspaceId));
    for (const key of keys) await ledger.receive(key, values);
    await ledger.receive({ ...newKey(workspaceId), memberId: 'another' }, values);
    const seen: SubmissionRow[] = [];
    for (let page: SubmissionRow[] = []; ; seen.push(...page)) {
      const last = page.at(-1);
      page = await ledger.list(workspaceId, 'm', last ? { receivedAt: last.received_at, id: last.id } : null, 3);
      if (page.length === 0) break;
    }
    expect(seen.map(({ id }) => id).toSorted()).toEqual(keys.map(({ id }) => id).toSorted());
    const times = seen.map((row) => row.received_at);
    expect(times).toEqual(times.toSorted((one, other) => other - one));
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

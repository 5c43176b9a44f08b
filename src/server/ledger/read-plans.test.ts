import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import LibsqlDatabase from 'libsql';
import { expect, test, vi } from 'vitest';
import { submissionGroups } from '../../contract/submission.ts';
import { createLedger } from './ledger.ts';
import { openSqlite } from './open-database.ts';

test('However long the ledger grows, SQLite reads only the rows that a verb is about', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'dealslip-plans-'));
  const prepare = vi.spyOn(LibsqlDatabase.prototype, 'prepare');
  const db = openSqlite(directory);
  prepare.mockClear();
  const ledger = createLedger(db, Date.now);
  const plan = { claim: randomUUID(), bodyHash: 'h', protection: 'none', sentAt: 1, leaseMs: 60_000 } as const;
  const values = { body: '{}', bodyHash: 'h', locale: 'en', fingerprint: 'f' };
  const newKey = () => ({ workspaceId: 'w', memberId: 'm', id: randomUUID() });

  const [key, other, waiting] = [newKey(), newKey(), newKey()];
  const { row } = await ledger.receive(key, values, plan);
  await ledger.receive(other, values);
  await ledger.claim(other, plan);
  await ledger.settleUnknown(other, 1, 'no answer');
  await ledger.settleCreated(key, { recordId: 'r', answer: '{}' });
  const { row: waits } = await ledger.receive(waiting, values);
  await ledger.waitingFor(waits);
  await ledger.nextDue('w');
  await ledger.dueWorkspaces();
  await ledger.list('w', 'm', { receivedAt: 1, id: 'x' }, 26);
  for (const states of [null, ...Object.values(submissionGroups)]) {
    for (const name of [null, 'a name']) await ledger.list('w', 'm', null, 26, { states, name });
  }
  await ledger.openStates('w', 'm');
  await ledger.claimLooks(2, 60_000);
  await ledger.openTwins(row);
  await ledger.boundRecords('w', ['r']);
  await ledger.settleAbandoned();
  await ledger.retryBlocked();
  await ledger.defer(other, 1, 'attio_busy', 0);
  await ledger.resume('w', 'm');

  const texts = [...new Set(prepare.mock.calls.map(([text]) => text))].filter((text) => /submissions/.test(text));
  prepare.mockRestore();
  await db.destroy();
  const file = new LibsqlDatabase(join(directory, 'dealslip.db'));
  const wasteful = texts.flatMap((text) => {
    const blanks = Array.from({ length: text.split('?').length - 1 }, () => 1);
    const steps = file.prepare(`explain query plan ${text}`).all(...blanks) as { detail: string }[];
    const whole = steps.filter(({ detail }) => /SCAN submissions|submissions USING PRIMARY KEY \(workspace_id=\?\)/.test(detail));
    return whole.map(({ detail }) => `${detail}: ${text}`);
  });
  file.close();
  rmSync(directory, { recursive: true });
  expect(texts.length).toBeGreaterThan(15);
  expect(wasteful).toEqual([]);
});

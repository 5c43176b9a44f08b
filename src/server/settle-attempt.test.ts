import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AttioAnswer } from './attio/attio-answer.ts';
import { createAttioClient } from './attio/client.ts';
import { createWorkspaceDealForms } from './attio/workspace-deal-forms.ts';
import { createLedger, type Ledger } from './ledger/ledger.ts';
import { openSqlite } from './ledger/open-database.ts';
import { noSettings } from './ledger/workspace-settings.ts';
import { createMetrics } from './metrics.ts';
import { type Attempt, settleAttempt } from './settle-attempt.ts';

const workspaceId = '0a000000-0000-4000-8000-000000000001';
const recordId = '0a000000-0000-4000-8000-000000000002';
const appUrl = 'http://127.0.0.1:9';

test('What an answer proved is recorded even when the database fails at first', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'dealslip-settle-'));
  const db = openSqlite(directory);
  const real = createLedger(db, Date.now);
  const failures = ['database is locked', 'disk I/O error'];
  const ledger: Ledger = {
    ...real,
    async settleCreated(key, proof) {
      const failure = failures.pop();
      if (failure) throw new Error(failure);
      return real.settleCreated(key, proof);
    },
  };
  const key = { workspaceId, memberId: 'm', id: randomUUID() };
  await ledger.receive(key, { body: '{}', bodyHash: 'h', locale: 'en', fingerprint: 'f' });
  await ledger.claim(key, { claim: 'c', bodyHash: 'h', protection: 'none', sentAt: 1, leaseMs: 60_000 });
  const client = createAttioClient({ apiUrl: appUrl, appUrl, timeoutMs: 100 });
  const attempt: Attempt = {
    key,
    number: 1,
    visitor: {
      mode: 'oauth',
      token: 't',
      workspace: { id: workspaceId, name: '', slug: '' },
      member: { id: 'm', name: '', email_address: '', suspended: false },
    },
    locale: 'en',
    dealForm: {
      form: { fields: [], unsupported: [], unmakeable: [], members: [], rules: [], exchange: null, schema_version: '1' },
      slugByAttributeId: new Map(),
      protection: 'none',
      markerFault: null,
    },
    values: {},
  };
  const answer: AttioAnswer = {
    kind: 'answered',
    status: 200,
    json: { data: { id: { workspace_id: workspaceId, object_id: workspaceId, record_id: recordId }, values: {} } },
    text: '',
    headers: { contentType: null, retryAfter: null, date: null, executionId: null },
  };
  const dealForms = createWorkspaceDealForms(
    client,
    { read: async () => ({ version: 0, settings: noSettings, attributeIds: {} }), save: async () => null },
    Date.now,
  );
  const names = Promise.resolve({ names: {}, vanished: new Set<string>() });
  const metrics = createMetrics(ledger);
  await settleAttempt({ client, ledger, dealForms, now: Date.now, log: () => {}, metrics, appUrl }, attempt, answer, names);
  expect(await ledger.find(key)).toMatchObject({ state: 'created', record_id: recordId });
  await db.destroy();
  rmSync(directory, { recursive: true, force: true });
});

import { expect, test } from 'vitest';
import type { AttioAnswer } from './attio/attio-answer.ts';
import { createAttioClient } from './attio/client.ts';
import { createWorkspaceDealForms } from './attio/workspace-deal-forms.ts';
import type { Ledger } from './ledger/ledger.ts';
import { type Attempt, settleAttempt } from './settle-attempt.ts';

const workspaceId = '0a000000-0000-4000-8000-000000000001';
const recordId = '0a000000-0000-4000-8000-000000000002';
const appUrl = 'http://127.0.0.1:9';

test('What an answer proved is recorded even when the database fails at first', async () => {
  const failures = ['database is locked', 'disk I/O error'];
  const recorded: string[] = [];
  const ledger: Ledger = {
    find: async () => undefined,
    receive: () => Promise.reject(new Error('not asked')),
    claim: async () => null,
    release: async () => {},
    settleCreated: async (_key, proof) => {
      const failure = failures.pop();
      if (failure) throw new Error(failure);
      recorded.push(proof.recordId);
    },
    settleRefused: async () => {},
    settleUnknown: async () => {},
    settleExpired: async () => 0,
    settleOrphaned: async () => 0,
    check: async () => {},
  };
  const client = createAttioClient({ apiUrl: appUrl, appUrl, timeoutMs: 100 });
  const attempt: Attempt = {
    key: { workspaceId, memberId: 'm', id: 's' },
    number: 1,
    visitor: {
      mode: 'oauth',
      token: 't',
      workspace: { id: workspaceId, name: '', slug: '' },
      member: { id: 'm', name: '', email_address: '', suspended: false },
    },
    locale: 'en',
    dealForm: {
      form: { fields: [], unsupported: [], members: [], rules: [], schema_version: '1' },
      slugByAttributeId: new Map(),
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
  const dealForms = createWorkspaceDealForms(client, Date.now);
  const names = Promise.resolve({ names: {}, vanished: new Set<string>() });
  await settleAttempt({ client, ledger, dealForms, now: Date.now, log: () => {}, appUrl }, attempt, answer, names);
  expect(recorded).toEqual([recordId]);
});

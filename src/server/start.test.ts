import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { submissionSchema } from '../contract/submission.ts';
import { startSandbox } from '../sandbox/start.ts';
import { createLedger } from './ledger/ledger.ts';
import { openSqlite } from './ledger/open-database.ts';
import { type DealStack, signedInRep, startDealStack } from './testing/deal-stack.ts';
import { engines } from './testing/engines.ts';
import { answerSlowly, createLine } from './testing/fault-proxy.ts';
import { Rep, type RepAnswer } from './testing/rep.ts';
import { startTestServer } from './testing/start-test-server.ts';

// Each test starts and closes everything, on a computer that may be busy.
vi.setConfig({ testTimeout: 20_000 });

async function withStack(env: Record<string, string>, act: (stack: DealStack) => Promise<void>): Promise<void> {
  const stack = await startDealStack(startSandbox, { env });
  try {
    await act(stack);
  } finally {
    await stack.close();
  }
}

describe('Closing', () => {
  test('lets a create that is under way be answered, and takes nothing new', () =>
    withStack({}, async ({ server, proxy }) => {
      const { rep, deal } = await signedInRep(server.url);
      proxy.faults.set(createLine, answerSlowly(500));
      const answer = rep.submit(randomUUID(), deal());
      await expect.poll(() => proxy.creates()).toBe(1);
      const closing = server.close();
      await expect(rep.call('/api/session')).rejects.toThrow();
      expect((await answer).status).toBe(200);
      await closing;
    }));

  test('records what was never answered as unknown', () =>
    withStack({ UPSTREAM_TIMEOUT_MS: '300', SETTLE_MS: '600' }, async ({ server, proxy }) => {
      const { rep, deal, form } = await signedInRep(server.url);
      const session = (await rep.call('/api/session')).json as { workspace: { id: string } };
      const id = randomUUID();
      proxy.faults.set(createLine, () => new Promise(() => {}));
      const answer = rep.submit(id, deal());
      await expect.poll(() => proxy.creates()).toBe(1);
      // The test's own close removes the directory, so the file is opened before and read after.
      const db = openSqlite(server.dataDirectory);
      await server.close();
      expect((await answer).status).toBe(202);
      const row = await createLedger(db, Date.now).find({ workspaceId: session.workspace.id, memberId: form.me, id });
      await db.destroy();
      expect(row?.state).toBe('unknown');
    }));
});

describe.each(engines)('Two servers on one $name', (engine) => {
  test('send a submission once, know the same sessions, and give the same answer', async () => {
    const database = await engine.database();
    await withStack(database, async ({ server, proxy, sandbox }) => {
      const other = await startTestServer({
        apiUrl: proxy.url,
        appUrl: sandbox.url,
        port: 0,
        dataDirectory: server.dataDirectory,
        env: database,
      });
      try {
        const { rep, deal } = await signedInRep(server.url);
        // Slow enough that each server finds the other in the middle of it.
        proxy.faults.set(createLine, answerSlowly(300));
        const twin = new Rep(other.url);
        twin.cookies.set(other.url, new Map(rep.cookies.get(server.url)));
        const ids = Array.from({ length: 5 }, () => randomUUID());
        const values = deal();
        /** What is still under way when the server's patience ends is asked for again, as the page does. */
        const settled = async (who: Rep, id: string): Promise<RepAnswer> => {
          const answer = await who.submit(id, values);
          return answer.status === 202 ? settled(who, id) : answer;
        };
        const answers = await Promise.all(ids.flatMap((id) => [settled(rep, id), settled(twin, id), settled(rep, id)]));
        expect(answers.map(({ status }) => status)).toEqual(Array(15).fill(200));
        expect(new Set(answers.map(({ json }) => submissionSchema.parse(json).record?.id.record_id)).size).toBe(5);
        expect(proxy.creates()).toBe(5);
      } finally {
        await other.close();
      }
    });
  });
});

test('A member who is suspended in Attio is signed out', () =>
  withStack({}, async ({ server, sandbox, proxy }) => {
    const { rep, deal } = await signedInRep(server.url, 'priya@northwind.com');
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    const suspended = await fetch(`${sandbox.url}/_sandbox/suspend`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email_address: 'priya@northwind.com' }),
    });
    expect(suspended.ok).toBe(true);
    expect((await rep.submit(randomUUID(), deal())).json).toMatchObject({ code: 'attio_sign_in_needed' });
    expect((await rep.call('/api/session')).json).toMatchObject({ code: 'not_signed_in' });
    expect(proxy.creates()).toBe(0);
  }));

test('A data directory that cannot be used is one clear sentence', async () => {
  const start = startTestServer({ apiUrl: 'http://127.0.0.1:9', port: 0, dataDirectory: '/dev/null/data' });
  await expect(start).rejects.toThrow('DATA_DIR /dev/null/data must be a directory that this user may write to');
});

import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { submissionSchema } from '../contract/submission.ts';
import { startSandbox } from '../sandbox/start.ts';
import { openPostgres } from './ledger/open-database.ts';
import { type DealStack, signedInRep, startDealStack } from './testing/deal-stack.ts';
import { lacksPostgres, newDatabaseUrl, postgresServer } from './testing/engines.ts';
import { startTestServer } from './testing/start-test-server.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function startedStack(): Promise<{ stack: DealStack; env: Record<string, string> }> {
  const env = { DATABASE_URL: await newDatabaseUrl() };
  const stack = await startDealStack(startSandbox, { env });
  closing.push(() => stack.close());
  return { stack, env };
}

describe.skipIf(lacksPostgres)('With PostgreSQL', () => {
  test('Replicas that start together on an empty database make its tables once', async () => {
    const url = await newDatabaseUrl();
    const opened = await Promise.all(Array.from({ length: 5 }, () => openPostgres(url)));
    for (const db of opened) {
      expect(await db.selectFrom('submissions').selectAll().execute()).toEqual([]);
      await db.destroy();
    }
  });

  test('While the database is away nothing is sent, the rep is told to wait, and it goes on when it is back', async () => {
    const { restart } = await postgresServer();
    if (!restart) return;
    const { stack } = await startedStack();
    const { rep, deal } = await signedInRep(stack.server.url);
    const ids = Array.from({ length: 30 }, () => randomUUID());
    const seen = new Set<number>();
    /** As the page does: the same PUT until it is settled. */
    const untilSettled = async (id: string) => {
      for (;;) {
        const { status, json } = await rep.submit(id, deal({ name: id }));
        seen.add(status);
        if (status === 200) return submissionSchema.parse(json).record?.id.record_id;
        expect([202, 503]).toContain(status);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const sending = Promise.all(ids.map(untilSettled));
    for (let count = 0; count < 3; count += 1) await restart();
    const records = await sending;
    expect(new Set(records).size).toBe(ids.length);
    expect(await Promise.all(ids.map((id) => stack.dealsNamed(id)))).toEqual(ids.map(() => 1));
  });

  test('A database that cannot be reached is one clear sentence without its password', async () => {
    const start = startTestServer({
      apiUrl: 'http://127.0.0.1:9',
      port: 0,
      env: { DATABASE_URL: 'postgres://somebody:secret@127.0.0.1:9/deals' },
    });
    await expect(start).rejects.toThrow('DATABASE_URL 127.0.0.1:9/deals must be a PostgreSQL');
    await expect(start).rejects.not.toThrow('secret');
  });
});

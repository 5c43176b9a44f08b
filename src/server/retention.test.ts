import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { paths, resolvePath, submissionPath } from '../contract/paths.ts';
import { problemSchema } from '../contract/problem.ts';
import { submissionListSchema } from '../contract/submission.ts';
import { startSandbox } from '../sandbox/start.ts';
import { type Database, openPostgres, openSqlite } from './ledger/open-database.ts';
import { signedInRep, startDealStack } from './testing/deal-stack.ts';
import { engines } from './testing/engines.ts';
import { answerJson, attioError, createLine } from './testing/fault-proxy.ts';
import type { RepAnswer } from './testing/rep.ts';
import { startTestServer } from './testing/start-test-server.ts';

const said = ({ status, json }: RepAnswer) => [status, problemSchema.parse(json).code];
const day = 86_400_000;

test.each(engines)(
  'In $name what a rep entered is forgotten 30 days after it was settled, and that it was a year later',
  async (engine) => {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'dealslip-retention-'));
    const env = await engine.database();
    const url = env['DATABASE_URL'];
    const stack = await startDealStack(startSandbox, { dataDirectory, env });
    let { server } = stack;
    const opened: Database = url === undefined ? openSqlite(dataDirectory) : await openPostgres(url);
    /** Everything happened so many days earlier, and a server starts. */
    async function daysLater(days: number): Promise<void> {
      await server.close();
      for (const column of ['received_at', 'settled_at', 'reduced_at'])
        await sql`update submissions set ${sql.ref(column)} = ${sql.ref(column)} - ${sql.lit(days * day)}`.execute(opened);
      server = await startTestServer({
        apiUrl: stack.proxy.url,
        appUrl: stack.sandbox.url,
        port: stack.port,
        dataDirectory,
        env,
      });
    }
    const stored = () => opened.selectFrom('submissions').selectAll().orderBy('received_at').execute();
    try {
      const { rep, deal } = await signedInRep(server.url);
      const [made, refused, left, open] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
      const company = { new: { object: 'companies', name: 'Zanzibar Works', domain: 'zanzibar.com' } };
      expect((await rep.submit(made, deal({ name: 'Zanzibar licence', associated_company: company }))).status).toBe(200);
      stack.proxy.faults.set(createLine, attioError(400, 'validation_type', 'No Zanzibar here.'));
      expect((await rep.submit(refused, deal({ name: 'Zanzibar refused' }))).status).toBe(422);
      stack.proxy.faults.set(createLine, answerJson(503, {}));
      for (const id of [left, open]) expect((await rep.submit(id, deal({ name: 'Zanzibar open' }))).status).toBe(202);
      await rep.call(resolvePath(left), { method: 'POST', body: '{"decision":"leave"}' });

      await daysLater(29);
      expect((await rep.call(submissionPath(made))).status).toBe(200);

      await daysLater(2);
      await expect.poll(async () => (await stored()).filter(({ reduced_at }) => reduced_at !== null).length).toBe(3);
      const [first] = (await stored()).filter(({ id }) => id === made);
      const sent = stack.proxy.arrived.length;
      for (const id of [made, refused, left])
        expect(said(await rep.call(submissionPath(id)))).toEqual([410, 'submission_forgotten']);
      expect((await rep.call(submissionPath(made))).text).toContain(first?.record_id);
      expect(said(await rep.submit(refused, deal({ name: 'Zanzibar refused' })))).toEqual([410, 'submission_forgotten']);
      expect(said(await rep.submit(refused, deal({ name: 'Another' })))).toEqual([422, 'submission_id_reused']);
      expect(stack.proxy.arrived.slice(sent).filter(({ line }) => line === createLine)).toEqual([]);
      const { submissions } = submissionListSchema.parse((await rep.call(paths.submissions)).json);
      expect(submissions.map(({ id }) => id)).toEqual([open]);
      const reduced = (await stored()).filter(({ id }) => id !== open);
      expect(JSON.stringify([reduced, await opened.selectFrom('new_records').selectAll().execute()])).not.toMatch(/zanzibar/i);

      await daysLater(365);
      await expect.poll(async () => (await stored()).map(({ id }) => id)).toEqual([open]);
    } finally {
      await opened.destroy();
      await server.close();
      await stack.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    }
  },
);

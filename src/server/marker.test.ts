import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paths, submissionPath } from '../contract/paths.ts';
import { problemSchema } from '../contract/problem.ts';
import { setupSchema } from '../contract/setup.ts';
import { startSandbox } from '../sandbox/start.ts';
import { openPostgres, openSqlite } from './ledger/open-database.ts';
import { signedInRep } from './testing/deal-stack.ts';
import { engines } from './testing/engines.ts';
import { attioError } from './testing/fault-proxy.ts';
import { type OpenOutcomeStack, startOpenOutcomeStack } from './testing/open-outcome-stack.ts';
import type { RepAnswer } from './testing/rep.ts';
import { startTestServer } from './testing/start-test-server.ts';
import { applied, notApplied } from './testing/unclear-answers.ts';

const codeOf = ({ json }: RepAnswer) => problemSchema.parse(json).code;

describe.each(engines)('In a workspace with the marker, on $name', (engine) => {
  let stack: OpenOutcomeStack;
  beforeAll(async () => {
    stack = await startOpenOutcomeStack(startSandbox, engine);
    const { json } = await stack.ana.rep.call(paths.setupMarker, { method: 'POST' });
    expect(setupSchema.parse(json)).toMatchObject({ duplicate_protection: 'marker', marker_fault: null, is_admin: true });
  });
  afterAll(() => stack?.close());

  describe.concurrent('with its button pressed', () => {
    test('the form does not show it, and nobody but an admin may make it', async () => {
      const { form } = await signedInRep(stack.server.url);
      expect(form.fields.map(({ slug }) => slug)).not.toContain('submission_key');
      const tomas = await signedInRep(stack.server.url, 'tomas@northwind.com');
      expect(setupSchema.parse((await tomas.rep.call(paths.setup)).json)).toMatchObject({
        duplicate_protection: 'marker',
        is_admin: false,
      });
      const answer = await tomas.rep.call(paths.setupMarker, { method: 'POST' });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'not_admin']);
      expect((await stack.ana.rep.call(paths.setupMarker, { method: 'POST' })).status).toBe(200);
    });

    test.each([...applied, ...notApplied])('an answer that proves nothing ends in one deal: %s', async (what, fault) => {
      const [id, name] = [randomUUID(), `Marked: ${what}`];
      stack.failOnce(name, fault);
      await stack.ana.rep.submit(id, stack.ana.deal({ name }));
      await stack.becomes(id, 'created');
      expect(await stack.dealsNamed(name)).toBe(1);
    });

    test('a deal that is created late, after the second request, is the only one', async () => {
      const [id, name] = [randomUUID(), 'Marked and late'];
      let late: Promise<unknown> | undefined;
      stack.failOnce(name, (response, forward) => {
        response.destroy();
        late = stack.becomes(id, 'created').then(forward);
      });
      await stack.ana.rep.submit(id, stack.ana.deal({ name }));
      await stack.becomes(id, 'created');
      expect(await late).toMatchObject({ status: 400 });
      expect(await stack.dealsNamed(name)).toBe(1);
    });

    test('a ledger that has forgotten the submission finds its deal again', async () => {
      const [id, name] = [randomUUID(), 'Ledger lost'];
      await stack.ana.rep.submit(id, stack.ana.deal({ name }));
      const first = await stack.becomes(id, 'created');
      const url = stack.env['DATABASE_URL'];
      const db = url === undefined ? openSqlite(stack.server.dataDirectory) : await openPostgres(url);
      await db.deleteFrom('submissions').where('id', '=', id).execute();
      await db.destroy();
      expect((await stack.ana.rep.call(submissionPath(id))).status).toBe(404);
      await stack.ana.rep.submit(id, stack.ana.deal({ name }));
      const again = await stack.becomes(id, 'created');
      expect(again.record?.id.record_id).toBe(first.record?.id.record_id);
      expect(await stack.dealsNamed(name)).toBe(1);
    });

    test('goes on without the marker when an admin has removed it', async () => {
      const [id, name] = [randomUUID(), 'Marker removed'];
      const message = 'Cannot find attribute with slug/ID "submission_key".';
      stack.failOnce(name, attioError(400, 'value_not_found', message));
      await stack.ana.rep.submit(id, stack.ana.deal({ name }));
      await stack.becomes(id, 'created');
      expect(stack.sentFor(name)).toBe(2);
    });

    test('a refusal after an attempt without an answer is not taken for the last word', async () => {
      const [id, name] = [randomUUID(), 'Refused late'];
      let count = 0;
      stack.faults.set(name, async (response, forward, body) => {
        count += 1;
        if (count === 1) return void response.destroy();
        await attioError(400, 'validation_type', 'Something about the name.')(response, forward, body);
      });
      await stack.ana.rep.submit(id, stack.ana.deal({ name }));
      await stack.becomes(id, 'needs_checking');
      expect(count).toBe(2);
    });

    test('the words of a refusal about another field are still told at that field', async () => {
      stack.failOnce('Wrong stage', attioError(400, 'value_not_found', 'Cannot find status "Nowhere".'));
      const answer = await stack.ana.rep.submit(randomUUID(), stack.ana.deal({ name: 'Wrong stage' }));
      expect([answer.status, codeOf(answer)]).toEqual([422, 'refused_by_attio']);
    });
  });

  test('an attempt that a process died over is taken up by the next', async () => {
    const [id, name] = [randomUUID(), 'Cut off'];
    // The first process dies in the middle of a create: what it leaves behind is a row that says `sending`.
    stack.failOnce(name, async (_response, forward) => void (await forward()));
    void stack.ana.rep.submit(id, stack.ana.deal({ name })).catch(() => {});
    await expect.poll(() => stack.sentFor(name), { timeout: 20_000 }).toBe(1);
    const next = await startTestServer({
      apiUrl: stack.proxy.url,
      appUrl: stack.sandbox.url,
      port: 0,
      dataDirectory: stack.server.dataDirectory,
      env: stack.env,
    });
    try {
      await stack.becomes(id, 'created');
      expect(await stack.dealsNamed(name)).toBe(1);
    } finally {
      await next.close();
    }
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paths, resolvePath } from '../contract/paths.ts';
import { problemSchema } from '../contract/problem.ts';
import { submissionListSchema } from '../contract/submission.ts';
import { startSandbox } from '../sandbox/start.ts';
import { signedInRep } from './testing/deal-stack.ts';
import { engines } from './testing/engines.ts';
import { answerJson, attioError } from './testing/fault-proxy.ts';
import {
  lostAfterCreating,
  type OpenOutcomeStack,
  resetBeforeAnything,
  startOpenOutcomeStack,
  submissionIn,
} from './testing/open-outcome-stack.ts';
import type { RepAnswer } from './testing/rep.ts';
import { applied, notApplied } from './testing/unclear-answers.ts';

const codeOf = ({ json }: RepAnswer) => problemSchema.parse(json).code;

describe.each(engines)('On $name', (engine) => {
  let stack: OpenOutcomeStack;
  beforeAll(async () => {
    stack = await startOpenOutcomeStack(startSandbox, engine);
  });
  afterAll(() => stack?.close());

  const enteredByHand = async (name: string): Promise<string> => {
    const values = { name, stage: stack.ana.field('stage').statuses?.[0]?.title, owner: 'ana@northwind.com' };
    return (await stack.attio('POST', '/v2/objects/deals/records', { data: { values } })).data.id.record_id;
  };
  /** A submission that nobody can find, brought to the point where a person has to decide. */
  async function lost(name: string): Promise<string> {
    const id = randomUUID();
    stack.failOnce(name, resetBeforeAnything);
    await stack.ana.rep.submit(id, stack.ana.deal({ name }));
    await stack.becomes(id, 'needs_checking');
    return id;
  }

  describe.concurrent('In a workspace without the marker, an answer that proves nothing', () => {
    test.each(applied)('after the deal was created is made up for by finding it: %s', async (name, fault) => {
      const id = randomUUID();
      stack.failOnce(name, fault);
      expect([200, 202]).toContain((await stack.ana.rep.submit(id, stack.ana.deal({ name }))).status);
      const { receipt } = await stack.becomes(id, 'created');
      expect(receipt?.every(({ same }) => same)).toBe(true);
      expect(await stack.dealsNamed(name)).toBe(1);
      expect(stack.sentFor(name)).toBe(1);
    });

    test.each(notApplied)('and no deal to be found is told, checked, and never sent again by itself: %s', async (name, fault) => {
      const id = randomUUID();
      stack.failOnce(name, fault);
      expect((await stack.ana.rep.submit(id, stack.ana.deal({ name }))).status).toBe(202);
      await stack.becomes(id, 'needs_checking');
      expect(await stack.get(id)).toMatchObject({
        candidates: [],
        decisions: ['bind', 'send_again', 'leave'],
        repeat_is_safe: false,
      });
      expect(stack.sentFor(name)).toBe(1);
    });

    test('later than anybody waits is found by a later look', async () => {
      const id = randomUUID();
      // Dropped at once, and applied when it is already known that nothing came: the first look cannot find it.
      stack.failOnce('Late commit', (response, forward) => {
        response.destroy();
        void stack.becomes(id, 'unknown').then(forward);
      });
      await stack.ana.rep.submit(id, stack.ana.deal({ name: 'Late commit' }));
      await stack.becomes(id, 'created');
      expect(await stack.dealsNamed('Late commit')).toBe(1);
    });

    test('that comes later than anybody waits counts when it comes', async () => {
      const id = randomUUID();
      stack.failOnce('Late 429', async (response, forward, body) => {
        await stack.becomes(id, 'unknown');
        await answerJson(429, {})(response, forward, body);
      });
      await stack.ana.rep.submit(id, stack.ana.deal({ name: 'Late 429' }));
      await stack.becomes(id, 'created');
      expect(stack.sentFor('Late 429')).toBe(2);
      expect(await stack.dealsNamed('Late 429')).toBe(1);
    });

    test('does not bind another’s deal: not one made by hand, not one of another submission', async () => {
      const name = 'Same name';
      const other = randomUUID();
      await stack.ana.rep.submit(other, stack.ana.deal({ name }));
      await stack.becomes(other, 'created');
      const id = await lost(name);
      const { candidates } = await stack.get(id);
      // The other submission's deal is not even offered.
      expect(candidates).toEqual([]);
      expect(await stack.dealsNamed(name)).toBe(1);
    });

    test('of twins: each deal goes to one of them', async () => {
      const ids = [randomUUID(), randomUUID(), randomUUID()];
      stack.faults.set('Twins', lostAfterCreating);
      await Promise.all(ids.map((id) => stack.ana.rep.submit(id, stack.ana.deal({ name: 'Twins' }))));
      for (const id of ids) await stack.becomes(id, 'created');
      const records = await Promise.all(ids.map(async (id) => (await stack.get(id)).record?.id.record_id));
      expect(new Set(records).size).toBe(3);
      expect(await stack.dealsNamed('Twins')).toBe(3);
    });

    test('of one that an automation has changed meanwhile still finds it', async () => {
      const id = randomUUID();
      stack.failOnce('Moved on', async (response, forward) => {
        const { data } = JSON.parse((await forward()).body);
        const stage = stack.ana.field('stage').statuses?.at(-1)?.title;
        await stack.attio('PATCH', `/v2/objects/deals/records/${data.id.record_id}`, { data: { values: { stage } } });
        response.destroy();
      });
      await stack.ana.rep.submit(id, stack.ana.deal({ name: 'Moved on' }));
      const { receipt } = await stack.becomes(id, 'created');
      expect(receipt?.find(({ field }) => field === 'stage')).toMatchObject({ same: false });
    });
  });

  describe.concurrent('What could not be found is for its rep to decide', () => {
    test('this is it: binds the deal that the rep points at, once', async () => {
      const name = 'Entered by hand';
      const id = await lost(name);
      const recordId = await enteredByHand(name);
      const bound = await stack.resolve(id, { decision: 'bind', record_id: recordId });
      expect([bound.status, submissionIn(bound).state]).toEqual([200, 'created']);
      expect(submissionIn(bound).record?.id.record_id).toBe(recordId);
      expect(submissionIn(bound).receipt?.length).toBeGreaterThan(0);
      const other = await lost('Not by hand');
      const taken = await stack.resolve(other, { decision: 'bind', record_id: recordId });
      expect([taken.status, codeOf(taken)]).toEqual([409, 'record_taken']);
      const absent = await stack.resolve(other, { decision: 'bind', record_id: randomUUID() });
      expect([absent.status, codeOf(absent)]).toEqual([422, 'record_not_found']);
    });

    test('a deal of the same name is offered as a candidate', async () => {
      const name = 'Offered';
      const recordId = await enteredByHand(name);
      const id = await lost(name);
      expect((await stack.get(id)).candidates).toMatchObject([{ record_id: recordId, name, web_url: expect.any(String) }]);
      await stack.resolve(id, { decision: 'leave' });
    });

    test('it is not there, send again: creates one deal', async () => {
      const id = await lost('Sent again');
      const answer = await stack.resolve(id, { decision: 'send_again' });
      expect([200, 202]).toContain(answer.status);
      await stack.becomes(id, 'created');
      expect(stack.sentFor('Sent again')).toBe(2);
      expect(await stack.dealsNamed('Sent again')).toBe(1);
      expect(stack.server.logLines.some((line) => line.includes('"event":"decision"') && line.includes(id))).toBe(true);
    });

    test('a refusal of what was sent again is no proof that the first was not applied', async () => {
      const id = await lost('Sent again and refused');
      stack.failOnce('Sent again and refused', attioError(400, 'validation_type', 'Something about the name.'));
      await stack.resolve(id, { decision: 'send_again' });
      await expect.poll(() => stack.sentFor('Sent again and refused'), { timeout: 10_000 }).toBe(2);
      await stack.becomes(id, 'needs_checking');
    });

    test('two decisions at once: one counts, the other is told', async () => {
      const name = 'Decided twice';
      const records = [await enteredByHand(name), await enteredByHand(name)];
      const id = await lost(name);
      const answers = await Promise.all(records.map((record_id) => stack.resolve(id, { decision: 'bind', record_id })));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect((await stack.get(id)).duplicates).toEqual([]);
    });

    test('leave it: nothing is sent, and nothing can be decided any more', async () => {
      const id = await lost('Left');
      expect(submissionIn(await stack.resolve(id, { decision: 'leave' })).state).toBe('dismissed');
      for (const decision of [{ decision: 'leave' }, { decision: 'send_again' }, { decision: 'bind', record_id: randomUUID() }]) {
        const again = await stack.resolve(id, decision);
        expect([again.status, codeOf(again)]).toEqual([409, 'submission_not_open']);
      }
      expect(stack.sentFor('Left')).toBe(1);
    });

    test.each([
      ['an unknown decision', { decision: 'shrug' }, 422],
      ['no record', { decision: 'bind' }, 422],
      ['a record that is no id', { decision: 'bind', record_id: 'x' }, 422],
      ['more than was asked', { decision: 'leave', really: true }, 422],
    ])('a request with %s is refused', async (_what, body, status) => {
      const id = await lost(`Refused ${JSON.stringify(body)}`);
      expect((await stack.resolve(id, body)).status).toBe(status);
      expect((await stack.get(id)).state).toBe('needs_checking');
    });

    test('is nobody else’s to decide', async () => {
      const id = await lost('Mine');
      const tomas = await signedInRep(stack.server.url, 'tomas@northwind.com');
      const answer = await tomas.rep.call(resolvePath(id), { method: 'POST', body: '{"decision":"send_again"}' });
      expect([answer.status, codeOf(answer)]).toEqual([404, 'submission_not_found']);
      expect((await stack.get(id)).state).toBe('needs_checking');
    });

    test('My submissions come newest first, page by page', async () => {
      const jonas = await signedInRep(stack.server.url, 'jonas@northwind.com');
      const names = Array.from({ length: 30 }, (_, index) => `Listed ${index}`);
      for (const name of names) expect([200, 202]).toContain((await jonas.rep.submit(randomUUID(), jonas.deal({ name }))).status);
      const first = submissionListSchema.parse((await jonas.rep.call(paths.submissions)).json);
      const second = submissionListSchema.parse((await jonas.rep.call(`${paths.submissions}?cursor=${first.next_cursor}`)).json);
      expect([...first.submissions, ...second.submissions].map(({ name }) => name)).toEqual(names.toReversed());
      expect(second.next_cursor).toBeNull();
      expect((await jonas.rep.call(`${paths.submissions}?cursor=nonsense`)).status).toBe(422);
    });
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { paths, resolvePath, submissionPath } from '../contract/paths.ts';
import { problemSchema } from '../contract/problem.ts';
import { submissionSchema } from '../contract/submission.ts';
import { startSandbox } from '../sandbox/start.ts';
import { type DealStack, signedInRep, startDealStack } from './testing/deal-stack.ts';
import { engines } from './testing/engines.ts';
import { answerJson, answerSlowly, createLine, type Fault, startFaultProxy } from './testing/fault-proxy.ts';
import { Rep, type RepAnswer } from './testing/rep.ts';
import { startTestServer } from './testing/start-test-server.ts';

describe.each(engines)('On $name', (engine) => {
  let stack: DealStack;
  let database: Record<string, string>;
  let ana: Awaited<ReturnType<typeof signedInRep>>;

  beforeAll(async () => {
    database = await engine.database();
    stack = await startDealStack(startSandbox, { env: { UPSTREAM_TIMEOUT_MS: '600', SETTLE_MS: '1500', ...database } });
    ana = await signedInRep(stack.server.url);
  });
  afterEach(() => stack.proxy.faults.clear());
  afterAll(() => stack?.close());

  const submissionOf = ({ json }: RepAnswer) => submissionSchema.parse(json);
  const problemOf = ({ json }: RepAnswer) => problemSchema.parse(json);
  const stateOf = async (id: string) => submissionOf(await ana.rep.call(submissionPath(id))).state;

  const dealsNamed = (name: string) => stack.dealsNamed(name);

  /** Another server on the same data, and Ana at it. */
  async function startBeside() {
    const options = { apiUrl: stack.proxy.url, appUrl: stack.sandbox.url, port: 0, dataDirectory: stack.server.dataDirectory };
    const server = await startTestServer({ ...options, env: database });
    const rep = new Rep(server.url);
    rep.cookies.set(server.url, new Map(ana.rep.cookies.get(stack.server.url)));
    return { server, rep };
  }

  describe('A submission', () => {
    test('creates one deal and answers with the record, its page and a receipt', async () => {
      const currency = ana.field('value').config.currency_code;
      const answer = await ana.rep.submit(randomUUID(), ana.deal({ value: { amount: '48000', currency } }));
      expect(answer.status).toBe(200);
      const { state, record, web_url, receipt, settled_at } = submissionOf(answer);
      expect(state).toBe('created');
      expect(web_url).toContain(`/deals/record/${record?.id.record_id}`);
      expect(settled_at).not.toBeNull();
      expect(receipt).toContainEqual({
        field: 'value',
        title: 'Deal value',
        sent: '$48,000.00',
        stored: '$48,000.00',
        same: true,
      });
    });

    test('names the referenced records in the receipt', async () => {
      const { suggestions } = (await ana.rep.call('/api/lookup/companies?query=')).json as {
        suggestions: { id: string; name: string }[];
      };
      const company = suggestions[0];
      const answer = await ana.rep.submit(randomUUID(), ana.deal({ associated_company: { id: company?.id } }));
      expect(submissionOf(answer).receipt).toContainEqual(
        expect.objectContaining({ field: 'associated_company', sent: company?.name, stored: company?.name, same: true }),
      );
    });

    test('keeps HTML, right-to-left text and emoji letter by letter', async () => {
      const name = '<b>Globex</b> & "Söhne" صفقة جديدة 🎉';
      const answer = await ana.rep.submit(randomUUID(), ana.deal({ name }));
      expect(submissionOf(answer).record?.values['name']?.[0]).toMatchObject({ value: name });
    });

    test('is sent to Attio once, however often and at the same time it is put', async () => {
      const id = randomUUID();
      const before = stack.proxy.creates();
      const answers = await Promise.all(Array.from({ length: 10 }, () => ana.rep.submit(id, ana.deal({ name: 'Ten clicks' }))));
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect((await ana.rep.submit(id, ana.deal({ name: 'Ten clicks' }))).text).toBe(answers[0]?.text);
      expect(stack.proxy.creates() - before).toBe(1);
      expect(await dealsNamed('Ten clicks')).toBe(1);
    });

    test('is the same submission when only the order of its keys differs', async () => {
      const id = randomUUID();
      const first = await ana.rep.submit(id, ana.deal({ name: 'Order' }));
      const reversed = Object.fromEntries(Object.entries(ana.deal({ name: 'Order' })).reverse());
      expect((await ana.rep.submit(id, reversed)).text).toBe(first.text);
    });

    test('with the id of another is refused and not sent', async () => {
      const id = randomUUID();
      await ana.rep.submit(id, ana.deal());
      const before = stack.proxy.creates();
      const answer = await ana.rep.submit(id, ana.deal({ name: 'Another' }));
      expect([answer.status, problemOf(answer).code]).toEqual([422, 'submission_id_reused']);
      expect(stack.proxy.creates()).toBe(before);
    });

    test('belongs to its rep: the same id of another rep is another submission', async () => {
      const id = randomUUID();
      const { json } = await ana.rep.submit(id, ana.deal({ name: 'Ana’s' }));
      const tomas = await signedInRep(stack.server.url, 'tomas@northwind.com');
      expect((await tomas.rep.call(submissionPath(id))).status).toBe(404);
      const answer = await tomas.rep.submit(id, tomas.deal({ name: 'Tomás’s' }));
      expect(submissionOf(answer).record?.id.record_id).not.toBe(submissionSchema.parse(json).record?.id.record_id);
    });

    test('goes on when the browser goes away', async () => {
      const id = randomUUID();
      stack.proxy.faults.set(createLine, answerSlowly(200));
      const aborted = fetch(stack.server.url + submissionPath(id), {
        method: 'PUT',
        signal: AbortSignal.timeout(100),
        headers: {
          cookie: [...(ana.rep.cookies.get(stack.server.url) ?? [])].map(([name, value]) => `${name}=${value}`).join('; '),
          'content-type': 'application/json',
          'x-dealslip': '1',
          origin: stack.server.url,
        },
        body: JSON.stringify({ values: ana.deal({ name: 'Gone away' }), schema_version: 'test' }),
      });
      await expect(aborted).rejects.toThrow();
      await expect.poll(() => stateOf(id), { timeout: 2_000 }).toBe('created');
      expect(await dealsNamed('Gone away')).toBe(1);
    });
  });

  describe('When nothing can have been applied', () => {
    const busy = (headers: Record<string, string> = {}) => answerJson(429, { message: 'slow down' }, headers);
    test.each<[string, Fault, string]>([
      ['Attio is busy', busy({ 'retry-after': '1' }), 'attio_busy'],
      ['a proxy answers 429 in HTML', html(429), 'attio_busy'],
      ['a live token draws a stray 401', answerJson(401, { code: 'unauthorized', message: 'No.' }), 'attio_busy'],
    ])('%s: the submission is accepted, and goes out by itself', async (name, fault, why) => {
      const id = randomUUID();
      stack.proxy.faults.set(createLine, fault);
      const answer = await ana.rep.submit(id, ana.deal({ name }));
      expect([answer.status, submissionOf(answer).state]).toEqual([202, 'deferred']);
      expect(submissionOf(answer).waiting).toMatchObject({ why, ahead: 0, not_before: expect.any(String) });
      stack.proxy.faults.clear();
      await expect.poll(() => stateOf(id), { timeout: 5_000 }).toBe('created');
      expect(await dealsNamed(name)).toBe(1);
    });

    test('Attio says 401, and cannot be asked whether the token lives: the submission goes out when it can', async () => {
      const id = randomUUID();
      stack.proxy.faults.set(createLine, answerJson(401, { code: 'unauthorized', message: 'No.' }));
      stack.proxy.faults.set('GET /v2/self', (response) => void response.destroy());
      const answer = await ana.rep.submit(id, ana.deal({ name: 'Nobody knows the token' }));
      expect([answer.status, submissionOf(answer).state]).toEqual([202, 'deferred']);
      stack.proxy.faults.clear();
      await expect.poll(() => stateOf(id), { timeout: 5_000 }).toBe('created');
      expect(await dealsNamed('Nobody knows the token')).toBe(1);
    });

    const forbidden = answerJson(403, { code: 'unauthorized', message: 'No.' });
    const decide = (id: string, decision: string) =>
      ana.rep.call(resolvePath(id), { method: 'POST', body: JSON.stringify({ decision }) });

    test('but a right is lacking: it is kept with what Attio said, and may be put again', async () => {
      const id = randomUUID();
      stack.proxy.faults.set(createLine, forbidden);
      const answer = await ana.rep.submit(id, ana.deal({ name: 'Forbidden' }));
      expect([answer.status, submissionOf(answer)]).toMatchObject([
        202,
        { state: 'blocked_auth', may_exist: false, blocked: { why: 'permission', upstream: { status: 403, message: 'No.' } } },
      ]);
      stack.proxy.faults.clear();
      expect((await ana.rep.submit(id, ana.deal({ name: 'Forbidden' }))).status).toBe(200);
      expect(await dealsNamed('Forbidden')).toBe(1);
    });

    test('and its rep says when to try again', async () => {
      const id = randomUUID();
      stack.proxy.faults.set(createLine, forbidden);
      await ana.rep.submit(id, ana.deal({ name: 'Allowed since' }));
      stack.proxy.faults.clear();
      expect((await decide(id, 'send_again')).status).toBe(202);
      await expect.poll(() => stateOf(id), { timeout: 2_000 }).toBe('created');
      expect(await dealsNamed('Allowed since')).toBe(1);
    });

    test('other values are another submission, which the rep may make of it by taking this one back', async () => {
      const id = randomUUID();
      stack.proxy.faults.set(createLine, forbidden);
      await ana.rep.submit(id, ana.deal({ name: 'Not allowed' }));
      stack.proxy.faults.clear();
      const before = stack.proxy.creates();
      expect(problemOf(await ana.rep.submit(id, ana.deal({ name: 'Corrected' }))).code).toBe('submission_id_reused');
      expect(submissionOf(await decide(id, 'leave'))).toMatchObject({ state: 'dismissed', may_exist: false });
      expect(stack.proxy.creates()).toBe(before);
      expect((await ana.rep.submit(randomUUID(), ana.deal({ name: 'Corrected' }))).status).toBe(200);
      expect(await Promise.all(['Not allowed', 'Corrected'].map(dealsNamed))).toEqual([0, 1]);
    });

    test('a token that Attio no longer takes: it goes on by itself when its member signs in again', async () => {
      const own = await signedInRep(stack.server.url, 'priya@northwind.com');
      const [id, name] = [randomUUID(), 'Token gone'];
      const token = () => stack.proxy.arrived.findLast(({ authorization }) => authorization)?.authorization?.slice(7);
      stack.proxy.faults.set(createLine, async (response, _forward, body) => {
        await fetch(`${stack.sandbox.url}/_sandbox/revoke`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ token: token() }),
        });
        await answerJson(401, { code: 'unauthorized', message: 'No.' })(response, _forward, body);
      });
      const answer = await own.rep.submit(id, own.deal({ name }));
      expect([answer.status, submissionOf(answer)]).toMatchObject([202, { state: 'blocked_auth', blocked: { why: 'sign_in' } }]);
      stack.proxy.faults.clear();
      const again = await signedInRep(stack.server.url, 'priya@northwind.com');
      await expect
        .poll(async () => submissionOf(await again.rep.call(submissionPath(id))).state, { timeout: 5_000 })
        .toBe('created');
      expect(await dealsNamed(name)).toBe(1);
    });

    test('Retry-After as a date is read against Attio’s own clock and kept within a minute', async () => {
      const headers = { date: 'Tue, 23 May 2023 14:42:01 GMT', 'retry-after': 'Tue, 23 May 2023 14:42:02 GMT' };
      stack.proxy.faults.set(createLine, busy(headers));
      const id = randomUUID();
      const { waiting } = submissionOf(await ana.rep.submit(id, ana.deal({ name: 'Dated' })));
      const ms = Date.parse(waiting?.not_before ?? '') - Date.now();
      expect(ms).toBeGreaterThan(0);
      expect(ms).toBeLessThanOrEqual(1_000);
      stack.proxy.faults.clear();
      await expect.poll(() => stateOf(id), { timeout: 5_000 }).toBe('created');
    });

    test('it can be cancelled while it waits, and is not sent then', async () => {
      const id = randomUUID();
      stack.proxy.faults.set(createLine, busy({ 'retry-after': '1' }));
      await ana.rep.submit(id, ana.deal({ name: 'Cancelled' }));
      const before = stack.proxy.creates();
      const left = await ana.rep.call(resolvePath(id), { method: 'POST', body: '{"decision":"leave"}' });
      expect([left.status, submissionOf(left).state]).toEqual([200, 'dismissed']);
      stack.proxy.faults.clear();
      // Another one that had to wait behind the same pause goes out meanwhile.
      const next = randomUUID();
      await ana.rep.submit(next, ana.deal({ name: 'After the cancelled' }));
      await expect.poll(() => stateOf(next), { timeout: 5_000 }).toBe('created');
      expect(stack.proxy.creates() - before).toBe(1);
      expect(await dealsNamed('Cancelled')).toBe(0);
      expect((await ana.rep.submit(id, ana.deal({ name: 'Cancelled' }))).status).toBe(200);
      expect(await stateOf(id)).toBe('dismissed');
    });

    test('and its rep wants some seconds to take it back: it leaves after them, lets others go first, and is not sent twice', async () => {
      const [id, other] = [randomUUID(), randomUUID()];
      const before = stack.proxy.creates();
      const put = () => ana.rep.submit(id, ana.deal({ name: 'Held for a while' }), 'test', { hold_seconds: 3 });
      const held = await put();
      expect(held.status).toBe(202);
      expect(submissionOf(held)).toMatchObject({
        ...{ state: 'deferred', may_exist: false, decisions: ['leave'] },
        waiting: { why: 'held', ahead: 0, not_before: expect.any(String) },
      });
      expect((await put()).status).toBe(202);
      const sent = await ana.rep.submit(other, ana.deal({ name: 'Not held' }));
      expect([sent.status, submissionOf(sent).state]).toEqual([200, 'created']);
      expect(await stateOf(id)).toBe('deferred');
      await expect.poll(() => stateOf(id), { timeout: 8_000 }).toBe('created');
      const { not_before } = submissionOf(held).waiting ?? {};
      expect(Date.parse(submissionOf(await ana.rep.call(submissionPath(id))).settled_at ?? '')).toBeGreaterThan(
        Date.parse(not_before ?? ''),
      );
      expect(stack.proxy.creates() - before).toBe(2);
    });

    test('and its rep takes it back while it is held: nothing is sent', async () => {
      const [id, kept] = [randomUUID(), randomUUID()];
      const before = stack.proxy.creates();
      await ana.rep.submit(id, ana.deal({ name: 'Taken back' }), 'test', { hold_seconds: 2 });
      await ana.rep.submit(kept, ana.deal({ name: 'Held longer' }), 'test', { hold_seconds: 3 });
      const left = await ana.rep.call(resolvePath(id), { method: 'POST', body: '{"decision":"leave"}' });
      expect(submissionOf(left)).toMatchObject({ state: 'dismissed', may_exist: false });
      // When this one has left, the other would have left before.
      await expect.poll(() => stateOf(kept), { timeout: 10_000 }).toBe('created');
      expect(stack.proxy.creates() - before).toBe(1);
      expect(await dealsNamed('Taken back')).toBe(0);
      for (const hold_seconds of [-1, 61, 1.5, '5']) {
        const refused = await ana.rep.submit(randomUUID(), ana.deal({ name: 'x' }), 'test', { hold_seconds });
        expect(refused.status).toBe(422);
      }
    });

    test('and the server that holds it ends: it leaves when its time has come, and not before', async () => {
      const id = randomUUID();
      const { server, rep } = await startBeside();
      const held = await rep.submit(id, ana.deal({ name: 'Held by a server that ended' }), 'test', { hold_seconds: 3 });
      await server.close();
      expect(await stateOf(id)).toBe('deferred');
      await expect.poll(() => stateOf(id), { timeout: 10_000 }).toBe('created');
      const settled = submissionOf(await ana.rep.call(submissionPath(id))).settled_at;
      expect(Date.parse(settled ?? '')).toBeGreaterThan(Date.parse(submissionOf(held).waiting?.not_before ?? ''));
      expect(await dealsNamed('Held by a server that ended')).toBe(1);
    });

    test('several that had to wait go out in the order in which they came', async () => {
      stack.proxy.faults.set(createLine, busy({ 'retry-after': '2' }));
      const names = Array.from({ length: 4 }, (_, index) => `In line ${index}`);
      const ids = names.map(() => randomUUID());
      for (const [index, name] of names.entries()) {
        const id = ids[index] ?? '';
        // The first learns of the pause. The others are not waited for: their answers come when it is nearly over.
        const answer = ana.rep.submit(id, ana.deal({ name }));
        if (index === 0) await answer;
        await expect.poll(async () => (await ana.rep.call(submissionPath(id))).status, { timeout: 5_000 }).toBe(202);
        expect(submissionOf(await ana.rep.call(submissionPath(id))).waiting?.ahead).toBe(index);
      }
      stack.proxy.faults.clear();
      const before = stack.proxy.arrived.length;
      await expect.poll(() => stateOf(ids.at(-1) ?? ''), { timeout: 5_000 }).toBe('created');
      const sent = stack.proxy.arrived.slice(before).filter(({ line }) => line === createLine);
      expect(sent.map(({ body }) => JSON.parse(body).data.values.name)).toEqual(names);
    });

    test('nobody listens where Attio should be: it is accepted by the fields last known, and goes out when Attio is back', async () => {
      const own = await startDealStack(startSandbox);
      try {
        const rep = await signedInRep(own.server.url);
        const id = randomUUID();
        await own.proxy.close();
        const answer = await rep.rep.submit(id, rep.deal());
        expect([answer.status, submissionOf(answer).state]).toEqual([202, 'deferred']);
        expect(submissionOf(answer).waiting?.why).toBe('attio_unreachable');
        expect((await rep.rep.submit(randomUUID(), rep.deal({ stage: 'nowhere' }))).status).toBe(422);

        const back = await startFaultProxy(own.sandbox.url, own.proxy.port);
        const state = async () => submissionOf(await rep.rep.call(submissionPath(id))).state;
        await expect.poll(state, { timeout: 20_000 }).toBe('created');
        expect(back.creates()).toBe(1);
        await back.close();
      } finally {
        await own.close();
      }
    });
  });

  test('An odd answer to a create that names its record is a created deal all the same', async () => {
    stack.proxy.faults.set(createLine, async (response, forward, body) => {
      const record = JSON.parse((await forward()).body);
      record.data.values.mood = [{ attribute_type: 'feeling', value: { level: 9 } }];
      record.data.values.stage = 'not a list';
      record.data.values.value = [{ currency_value: 'NaN', currency_code: 7, attribute_type: 'money?' }];
      record.data.web_url = 'javascript:alert(1)';
      record.data.created_at = 7;
      await answerJson(200, record)(response, forward, body);
    });
    const answer = await ana.rep.submit(randomUUID(), ana.deal());
    expect(answer.status).toBe(200);
    expect(submissionOf(answer)).toMatchObject({ state: 'created', web_url: null, record: { web_url: null } });
    expect(submissionOf(answer).receipt?.find(({ field }) => field === 'stage')).toMatchObject({ stored: null, same: false });
  });

  test('A required attribute that no door can fill in is told before anything is sent', async () => {
    const attributes = 'GET /v2/objects/deals/attributes';
    stack.proxy.faults.set(attributes, async (response, forward) => {
      const { data } = JSON.parse((await forward()).body);
      const touch = {
        ...data[0],
        api_slug: 'touch',
        title: 'Last touch',
        type: 'interaction',
        is_required: true,
        is_writable: true,
      };
      const more = { ...touch, id: { ...touch.id, attribute_id: randomUUID() }, is_archived: false, is_system_attribute: false };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: [...data, more] }));
    });
    const submit = () => ana.rep.submit(randomUUID(), ana.deal({ name: 'Cannot be made here' }));
    // Fields of a moment ago may still be at hand.
    await expect.poll(async () => (await submit()).status, { timeout: 10_000 }).toBe(422);
    const before = stack.proxy.creates();
    const answer = await submit();
    stack.proxy.faults.delete(attributes);
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({
      code: 'invalid_values',
      errors: [{ field: 'touch', code: 'unsupported', message: expect.stringContaining('Last touch') }],
    });
    expect(stack.proxy.creates()).toBe(before);
    await expect.poll(async () => (await submit()).status, { timeout: 10_000 }).toBe(200);
  });

  test('A title that changed since the rep saw it is told beside whatever else is wrong', async () => {
    const body = {
      values: ana.deal({ name: '', seats: 3 }),
      schema_version: 'test',
      seen: [
        ['seats', 'Desks'],
        ['name', 'Title'],
      ],
    };
    const answer = await ana.rep.call(submissionPath(randomUUID()), { method: 'PUT', body: JSON.stringify(body) });
    const { errors } = problemSchema.parse(answer.json);
    expect(errors?.map(({ field, code }) => [field, code])).toEqual([
      ['name', 'required'],
      ['seats', 'renamed'],
    ]);
  });

  test('A field that is called like something that every object has is as empty as any other', async () => {
    const line = 'GET /v2/objects/deals/attributes';
    stack.proxy.faults.set(line, async (response, forward, body) => {
      const list = JSON.parse((await forward()).body);
      const first = list.data.find((one: { api_slug: string }) => one.api_slug === 'name');
      const more = { title: 'Constructor', type: 'text', is_required: false, is_writable: true, is_archived: false };
      list.data.push({ ...first, ...more, api_slug: 'constructor', id: { ...first.id, attribute_id: randomUUID() } });
      await answerJson(200, list)(response, forward, body);
    });
    // Fields of a moment ago will do for a submission.
    await expect.poll(async () => (await ana.rep.call(paths.dealForm)).text).toContain('"constructor"');
    const answer = await ana.rep.submit(randomUUID(), ana.deal({ name: 'Built' }));
    expect([answer.status, submissionOf(answer).state]).toEqual([200, 'created']);
    expect(submissionOf(answer).receipt?.map(({ field }) => field)).not.toContain('constructor');
    // Lost, found again, and told with all of it.
    const lost = randomUUID();
    stack.proxy.faults.set(createLine, async (response, forward) => {
      await forward();
      response.destroy();
    });
    await ana.rep.submit(lost, ana.deal({ name: 'Built and lost' }));
    await expect.poll(() => stateOf(lost), { timeout: 10_000 }).toBe('created');
    expect((await ana.rep.call(paths.submissions)).status).toBe(200);
  });

  test('After a restart a created submission is answered as before, and not sent again', async () => {
    const id = randomUUID();
    const first = await ana.rep.submit(id, ana.deal({ name: 'Before the restart' }));
    const before = stack.proxy.creates();
    const { server, rep } = await startBeside();
    try {
      expect((await rep.submit(id, ana.deal({ name: 'Before the restart' }))).text).toBe(first.text);
      expect(stack.proxy.creates()).toBe(before);
    } finally {
      await server.close();
    }
  });
});

function html(status: number): Fault {
  return (response) => void response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Cloudflare</h1>');
}

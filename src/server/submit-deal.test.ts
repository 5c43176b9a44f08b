import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { submissionPath } from '../contract/paths.ts';
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

  describe('When nothing can have been applied, the submission may be put again', () => {
    test.each([
      ['Attio is busy', answerJson(429, { message: 'slow down' }, { 'retry-after': '7' }), 503, 'attio_busy', '7'],
      ['a proxy answers 429 in HTML', html(429), 503, 'attio_busy', '1'],
      ['Attio forbids it', answerJson(403, { code: 'unauthorized', message: 'No.' }), 403, 'attio_forbidden', undefined],
      ['a live token draws a stray 401', answerJson(401, { code: 'unauthorized', message: 'No.' }), 503, 'attio_busy', '1'],
    ])('%s', async (name, fault, status, code, retryAfter) => {
      const id = randomUUID();
      stack.proxy.faults.set(createLine, fault);
      const answer = await ana.rep.submit(id, ana.deal({ name }));
      expect([answer.status, problemOf(answer).code, answer.headers['retry-after']]).toEqual([status, code, retryAfter]);
      expect(await stateOf(id)).toBe('received');
      stack.proxy.faults.clear();
      expect((await ana.rep.submit(id, ana.deal({ name }))).status).toBe(200);
      expect(await dealsNamed(name)).toBe(1);
    });

    test('with values that the rep has corrected since', async () => {
      const id = randomUUID();
      stack.proxy.faults.set(createLine, answerJson(403, { code: 'unauthorized', message: 'No.' }));
      expect((await ana.rep.submit(id, ana.deal({ name: 'Not allowed' }))).status).toBe(403);
      stack.proxy.faults.clear();
      const both = await Promise.all([
        ana.rep.submit(id, ana.deal({ name: 'Corrected' })),
        ana.rep.submit(id, ana.deal({ name: 'Corrected otherwise' })),
      ]);
      // Two tabs that corrected it differently: one is the submission, the other is told so.
      expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
      const names = ['Not allowed', 'Corrected', 'Corrected otherwise'];
      expect((await Promise.all(names.map(dealsNamed))).toSorted()).toEqual([0, 0, 1]);
    });

    test('Retry-After as a date is read against Attio’s own clock and kept within a minute', async () => {
      const headers = { date: 'Tue, 23 May 2023 14:42:01 GMT', 'retry-after': 'Tue, 23 May 2023 14:42:13 GMT' };
      stack.proxy.faults.set(createLine, answerJson(429, {}, headers));
      expect((await ana.rep.submit(randomUUID(), ana.deal())).headers['retry-after']).toBe('12');
      stack.proxy.faults.set(createLine, answerJson(429, {}, { ...headers, 'retry-after': 'Wed, 24 May 2023 14:42:13 GMT' }));
      expect((await ana.rep.submit(randomUUID(), ana.deal())).headers['retry-after']).toBe('60');
    });

    test('nobody listens where Attio should be', async () => {
      // A clock that stands still keeps the fields fresh, so that the create is the first to find nobody there.
      const at = Date.now();
      const own = await startDealStack(startSandbox, { now: () => at });
      try {
        const rep = await signedInRep(own.server.url);
        const id = randomUUID();
        await own.proxy.close();
        const answer = await rep.rep.submit(id, rep.deal());
        expect([answer.status, problemOf(answer).code, answer.headers['retry-after']]).toEqual([503, 'attio_unreachable', '2']);
        expect(submissionOf(await rep.rep.call(submissionPath(id))).state).toBe('received');

        const back = await startFaultProxy(own.sandbox.url, own.proxy.port);
        expect((await rep.rep.submit(id, rep.deal())).status).toBe(200);
        expect(back.creates()).toBe(1);
        await back.close();
      } finally {
        await own.close();
      }
    });
  });

  describe('An answer that proves nothing leaves the submission unknown, and it is never sent again', () => {
    const lostAfterCreating: Fault = async (response, forward) => {
      await forward();
      response.destroy();
    };
    const truncated: Fault = async (response, forward) => {
      const { body } = await forward();
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(body.length) });
      response.write(body.slice(0, 100), () => response.destroy());
    };
    const elsewhere: Fault = async (response, forward) => {
      const { body } = await forward();
      const record = JSON.parse(body);
      record.data.id.workspace_id = randomUUID();
      await answerJson(200, record)(response, forward, '');
    };
    const huge: Fault = async (response, forward) => {
      const { body } = await forward();
      const record = JSON.parse(body);
      await answerJson(200, { ...record, padding: 'x'.repeat(1_100_000) })(response, forward, '');
    };
    test.each<[string, Fault]>([
      ['reset after creating', lostAfterCreating],
      ['reset before anything', (response) => void response.destroy()],
      ['truncated answer', truncated],
      ['500 in Attio’s form', answerJson(500, { code: 'internal', message: 'Oops' })],
      ['502 in HTML', html(502)],
      ['200 in HTML', html(200)],
      ['200 and empty', (response) => void response.writeHead(200).end()],
      ['200 of another workspace', elsewhere],
      ['200 larger than a mebibyte', huge],
      ['408', answerJson(408, { code: 'timeout', message: 'Too slow' })],
      ['409 concurrent write', answerJson(409, { code: 'concurrent_write_conflict', message: 'Again' })],
      ['400 that is not Attio’s', html(400)],
      ['307 to another place', (response) => void response.writeHead(307, { location: '/v2/objects/deals/records' }).end()],
    ])('%s', async (name, fault) => {
      const id = randomUUID();
      const before = stack.proxy.creates();
      stack.proxy.faults.set(createLine, fault);
      const answer = await ana.rep.submit(id, ana.deal({ name }));
      expect([answer.status, submissionOf(answer).state]).toEqual([202, 'unknown']);
      stack.proxy.faults.clear();
      expect(submissionOf(await ana.rep.submit(id, ana.deal({ name }))).state).toBe('unknown');
      expect(await stateOf(id)).toBe('unknown');
      expect(stack.proxy.creates() - before).toBe(1);
    });

    test('an answer later than anybody waits is unknown first and created when it comes', async () => {
      const id = randomUUID();
      stack.proxy.faults.set(createLine, async (response, forward) => {
        const { status, body } = await forward();
        setTimeout(() => response.writeHead(status, { 'content-type': 'application/json' }).end(body), 900);
      });
      expect(submissionOf(await ana.rep.submit(id, ana.deal({ name: 'Late' }))).state).toBe('unknown');
      await expect.poll(() => stateOf(id), { timeout: 3_000 }).toBe('created');
      expect(await dealsNamed('Late')).toBe(1);
    });
  });

  test('A late answer that proves that nothing was applied frees the submission again', async () => {
    const id = randomUUID();
    stack.proxy.faults.set(createLine, async (response, forward, body) => {
      await new Promise((resolve) => setTimeout(resolve, 900));
      await answerJson(429, {})(response, forward, body);
    });
    expect(submissionOf(await ana.rep.submit(id, ana.deal({ name: 'Late refusal' }))).state).toBe('unknown');
    await expect.poll(() => stateOf(id), { timeout: 3_000 }).toBe('received');
    stack.proxy.faults.clear();
    expect((await ana.rep.submit(id, ana.deal({ name: 'Late refusal' }))).status).toBe(200);
    expect(await dealsNamed('Late refusal')).toBe(1);
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

  describe('After a restart', () => {
    test('a created submission is answered as before, and one that was being sent is unknown; neither is sent again', async () => {
      const [created, cut] = [randomUUID(), randomUUID()];
      const first = await ana.rep.submit(created, ana.deal({ name: 'Before the restart' }));
      const before = stack.proxy.creates();

      // The first process dies in the middle of a create: what it leaves behind is a row that says `sending`.
      stack.proxy.faults.set(createLine, () => new Promise(() => {}));
      void ana.rep.submit(cut, ana.deal({ name: 'Cut off' })).catch(() => {});
      await expect.poll(() => stack.proxy.creates()).toBe(before + 1);
      const next = await startTestServer({
        apiUrl: stack.proxy.url,
        appUrl: stack.sandbox.url,
        port: 0,
        dataDirectory: stack.server.dataDirectory,
        env: database,
      });
      try {
        stack.proxy.faults.clear();
        const again = new Rep(next.url);
        again.cookies.set(next.url, new Map(ana.rep.cookies.get(stack.server.url)));
        expect(submissionOf(await again.call(submissionPath(cut))).state).toBe('unknown');
        expect((await again.submit(created, ana.deal({ name: 'Before the restart' }))).text).toBe(first.text);
        expect(submissionOf(await again.submit(cut, ana.deal({ name: 'Cut off' }))).state).toBe('unknown');
        expect(stack.proxy.creates()).toBe(before + 1);
      } finally {
        await next.close();
      }
    });
  });
});

function html(status: number): Fault {
  return (response) => void response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Cloudflare</h1>');
}

import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { paths, resolvePath, submissionPath, valuesPath } from '../../contract/paths.ts';
import { problemContentType, problemSchema } from '../../contract/problem.ts';
import { type SubmissionList, submissionListSchema, submissionValuesSchema } from '../../contract/submission.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { type DealStack, signedInRep, startDealStack } from '../testing/deal-stack.ts';
import { engines } from '../testing/engines.ts';
import { attioError, createLine } from '../testing/fault-proxy.ts';

/** What a rep sees of their own submissions, over HTTP: the list as it is narrowed, and what one was sent with. */

describe.each(engines)('On $name', (engine) => {
  let stack: DealStack;
  let ana: Awaited<ReturnType<typeof signedInRep>>;
  beforeAll(async () => {
    stack = await startDealStack(startSandbox, { env: await engine.database() });
    ana = await signedInRep(stack.server.url);
  });
  afterEach(() => stack.proxy.faults.clear());
  afterAll(() => stack?.close());

  const busy = attioError(429, 'rate_limit_exceeded', 'Slow down', {});
  const refusal = attioError(400, 'particle_gate_violation', 'No');
  const asRep = (email: string) => signedInRep(stack.server.url, email);

  /** The pages of a list one after the other, until the last. */
  async function pages({ rep }: typeof ana, query: Record<string, string>): Promise<SubmissionList[]> {
    const found: SubmissionList[] = [];
    for (let cursor: string | null | undefined; cursor !== null; cursor = found.at(-1)?.next_cursor ?? null) {
      const asked = new URLSearchParams({ ...query, ...(cursor !== undefined && { cursor }) });
      const { status, json } = await rep.call(`${paths.submissions}?${asked}`);
      expect(status).toBe(200);
      found.push(submissionListSchema.parse(json));
    }
    return found;
  }
  const names = async (rep: typeof ana, query: Record<string, string>) =>
    (await pages(rep, query)).flatMap(({ submissions }) => submissions.map(({ name }) => name));

  test('the list is narrowed by how deals stand and by what they are called', async () => {
    const jonas = await asRep('jonas@northwind.com');
    const send = (name: string) => jonas.rep.submit(randomUUID(), jonas.deal({ name }));
    expect((await send('Globex created')).status).toBe(200);
    stack.proxy.faults.set(createLine, refusal);
    expect((await send('Globex refused')).status).toBe(422);
    stack.proxy.faults.set(createLine, busy);
    expect((await send('Globex in line')).status).toBe(202);
    expect((await send('Initech in line')).status).toBe(202);

    expect(await names(jonas, {})).toEqual(['Initech in line', 'Globex in line', 'Globex refused', 'Globex created']);
    expect(await names(jonas, { state: 'open' })).toEqual(['Initech in line', 'Globex in line']);
    expect(await names(jonas, { state: 'created' })).toEqual(['Globex created']);
    expect(await names(jonas, { state: 'not_created' })).toEqual(['Globex refused']);
    expect(await names(jonas, { state: 'open', name: ' GLÖB ' })).toEqual(['Globex in line']);
    expect(await names(jonas, { name: '' })).toHaveLength(4);
    expect(await names(jonas, { name: 'umbrella' })).toEqual([]);
    expect(await names(ana, { name: 'globex in' })).toEqual([]);
    // What is listed may change while something is open, whether it is listed or not.
    const [created] = await pages(jonas, { state: 'created' });
    expect(created?.open_states).not.toEqual([]);
  });

  test('pages stay whole under a filter: each deal once, and none of another state or name', async () => {
    const priya = await asRep('priya@northwind.com');
    const all = Array.from({ length: 62 }, (_, at) => `${at % 2 === 0 ? 'Even' : 'Odd'} ${at}`);
    for (const name of all) await priya.rep.submit(randomUUID(), priya.deal({ name }));
    await expect.poll(() => names(priya, { state: 'open' }), { timeout: 20_000 }).toEqual([]);
    const even = all.filter((name) => name.startsWith('Even')).toReversed();
    const found = await pages(priya, { state: 'created', name: 'even' });
    expect(found.map(({ submissions }) => submissions.length)).toEqual([25, 6]);
    expect(found.flatMap(({ submissions }) => submissions.map(({ name }) => name))).toEqual(even);
    expect(found.at(-1)?.open_states).toEqual([]);
  });

  test('what its rep took back into the form before anything was sent is not listed, and still answers by its id', async () => {
    const tomas = await asRep('tomas@northwind.com');
    const hold = async (name: string) => {
      const id = randomUUID();
      expect((await tomas.rep.submit(id, tomas.deal({ name }), 'test', { hold_seconds: 60 })).status).toBe(202);
      return id;
    };
    const leave = (id: string, more: object) =>
      tomas.rep.call(resolvePath(id), { method: 'POST', body: JSON.stringify({ decision: 'leave', ...more }) });
    const [taken, left] = [await hold('Taken back'), await hold('Left')];
    expect(await names(tomas, {})).toEqual(['Left', 'Taken back']);
    expect((await leave(taken, { taken_back: true })).json).toMatchObject({ state: 'dismissed', may_exist: false });
    expect((await leave(left, {})).json).toMatchObject({ state: 'dismissed', may_exist: false });
    // Attio was asked to make this one.
    stack.proxy.faults.set(createLine, busy);
    const tried = randomUUID();
    expect((await tomas.rep.submit(tried, tomas.deal({ name: 'Tried' }))).status).toBe(202);
    expect((await leave(tried, { taken_back: true })).json).toMatchObject({ state: 'dismissed' });

    expect(await names(tomas, {})).toEqual(['Tried', 'Left']);
    expect(await names(tomas, { state: 'not_created' })).toEqual(['Tried', 'Left']);
    expect(await names(tomas, { name: 'taken' })).toEqual([]);
    const { status, json } = await tomas.rep.call(submissionPath(taken));
    expect([status, json]).toMatchObject([200, { state: 'dismissed', name: 'Taken back' }]);
    // The id stays spent.
    expect((await tomas.rep.submit(taken, tomas.deal({ name: 'Taken back' }), 'test', {})).json).toMatchObject({
      state: 'dismissed',
    });
    expect((await leave(left, { taken_back: 'yes' })).status).toBe(422);
  });

  test.each([
    ['a state that is none', 'state=lost'],
    ['a state of one submission', 'state=needs_checking'],
    ['two states', 'state=open&state=created'],
    ['a name without an end', `name=${'x'.repeat(201)}`],
    ['a cursor that is none', 'state=open&cursor=1_2'],
    ['a key of its own invention', 'owner=me'],
  ])('%s is a problem that names the key', async (_name, query) => {
    const { status, headers, json } = await ana.rep.call(`${paths.submissions}?${query}`);
    expect([status, headers['content-type']]).toEqual([422, expect.stringContaining(problemContentType)]);
    const { code, errors = [] } = problemSchema.parse(json);
    expect([code, errors.map(({ field }) => query.includes(field))]).toEqual(['invalid_request', [true]]);
  });

  describe('What a deal was sent with', () => {
    const valuesOf = async (id: string) => submissionValuesSchema.parse((await ana.rep.call(valuesPath(id))).json);

    test('is answered with names, and with what was made for it in the place of what was new', async () => {
      const { suggestions } = (await ana.rep.call('/api/lookup/people?query=')).json as {
        suggestions: { id: string; name: string }[];
      };
      const [person] = suggestions;
      const id = randomUUID();
      const domain = `${id.slice(0, 8)}.com`;
      const sent = ana.deal({
        value: { amount: '4200.50', currency: 'USD' },
        associated_people: [{ id: person?.id }],
        associated_company: { new: { object: 'companies', name: 'Made for it', domain } },
      });
      await ana.rep.submit(id, sent);
      await expect.poll(async () => (await ana.rep.call(`${paths.submissions}/${id}`)).status, { timeout: 10_000 }).toBe(200);
      const { values, record_names, words } = await valuesOf(id);
      expect(values).toMatchObject({
        name: 'Globex – annual licence',
        value: { amount: '4200.5', currency: 'USD' },
        associated_people: [{ id: person?.id, object: 'people' }],
        associated_company: { id: expect.any(String), object: 'companies' },
      });
      const { id: companyId } = values['associated_company'] as { id: string };
      expect(record_names).toEqual({ [person?.id ?? '']: person?.name, [companyId]: 'Made for it' });
      expect(words['associated_company']).toEqual({ title: 'Associated company', text: 'Made for it' });
      expect(words['value']?.text).toContain('4,200.50');
    });

    test('lacks the name of a record that is gone, and is told as trouble while Attio does not answer', async () => {
      const { suggestions } = (await ana.rep.call('/api/lookup/people?query=')).json as { suggestions: { id: string }[] };
      const gone = suggestions.at(-1)?.id ?? '';
      const id = randomUUID();
      await ana.rep.submit(id, ana.deal({ associated_people: [{ id: gone }] }));
      const { authorization = '' } = stack.proxy.arrived.findLast((one) => one.authorization) ?? {};
      await fetch(`${stack.sandbox.url}/v2/objects/people/records/${gone}`, { method: 'DELETE', headers: { authorization } });
      const { record_names, values } = await valuesOf(id);
      expect([record_names, values['associated_people']]).toEqual([{}, [{ id: gone, object: 'people' }]]);
      stack.proxy.faults.set('POST /v2/objects/people/records/query', (response) => void response.socket?.destroy());
      const { status, json } = await ana.rep.call(valuesPath(id));
      expect([status, problemSchema.parse(json).code]).toEqual([503, 'attio_unreachable']);
    });

    test('is nobody else’s to read', async () => {
      const id = randomUUID();
      await ana.rep.submit(id, ana.deal());
      const tomas = await asRep('tomas@northwind.com');
      const { status, json } = await tomas.rep.call(valuesPath(id));
      expect([status, problemSchema.parse(json).code]).toEqual([404, 'submission_not_found']);
    });
  });
});

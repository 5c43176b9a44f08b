import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { resolvePath, submissionPath } from '../contract/paths.ts';
import { problemSchema } from '../contract/problem.ts';
import { type Submission, submissionSchema } from '../contract/submission.ts';
import { startSandbox } from '../sandbox/start.ts';
import { type DealStack, signedInRep, startDealStack } from './testing/deal-stack.ts';
import { engines } from './testing/engines.ts';
import { answerJson, attioError, createLine, type Fault } from './testing/fault-proxy.ts';
import type { RepAnswer } from './testing/rep.ts';

/** Companies and people that are entered with the deal, and made before it. */

const makeCompany = 'POST /v2/objects/companies/records';
const makePerson = 'POST /v2/objects/people/records';

describe.each(engines)('On $name', (engine) => {
  let stack: DealStack;
  let ana: Awaited<ReturnType<typeof signedInRep>>;

  beforeAll(async () => {
    const database = await engine.database();
    stack = await startDealStack(startSandbox, { env: { UPSTREAM_TIMEOUT_MS: '600', SETTLE_MS: '1500', ...database } });
    ana = await signedInRep(stack.server.url);
  });
  afterEach(() => stack.proxy.faults.clear());
  afterAll(() => stack?.close());

  const submissionOf = ({ json }: RepAnswer): Submission => submissionSchema.parse(json);
  const read = async (id: string) => submissionOf(await ana.rep.call(submissionPath(id)));
  const company = (domain: string, name = 'Acme') => ({ new: { object: 'companies', name, domain } });
  const person = (email_address: string, name = 'Bo Li') => ({ new: { object: 'people', name, email_address } });
  const settled = (id: string) => expect.poll(async () => (await read(id)).state, { timeout: 10_000 });
  const linesOf = () => stack.proxy.arrived.map(({ line }) => line);

  /** Records with a value, asked of the sandbox itself. */
  async function records(object: string, filter: object) {
    const token = stack.proxy.arrived.findLast(({ authorization }) => authorization)?.authorization ?? '';
    const answer = await fetch(`${stack.sandbox.url}/v2/objects/${object}/records/query`, {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json' },
      body: JSON.stringify({ filter }),
    });
    return ((await answer.json()) as { data: { id: { record_id: string }; values: Record<string, object[]> }[] }).data;
  }
  const companies = (domain: string) => records('companies', { domains: { domain: { $eq: domain } } });
  const people = (email: string) => records('people', { email_addresses: { email_address: { $eq: email } } });
  const unique = () => `${randomUUID().slice(0, 8)}.com`;
  /** Lets the work be done, and loses the answer. */
  const lost: Fault = async (response, forward) => {
    await forward();
    response.destroy();
  };

  test('a new company and a new person are made first, in that order, and the deal refers to them', async () => {
    const domain = unique();
    const from = linesOf().length;
    const answer = await ana.rep.submit(
      randomUUID(),
      ana.deal({
        name: 'With new ones',
        associated_people: [person(`bo@${domain}`)],
        associated_company: company(`https://www.${domain.toUpperCase()}/about`),
      }),
    );
    const submission = submissionOf(answer);
    expect(submission.state).toBe('created');
    const creates = linesOf()
      .slice(from)
      .filter((line) => [makeCompany, makePerson, createLine].includes(line));
    expect(creates).toEqual([makeCompany, makePerson, createLine]);
    const [acme] = await companies(domain);
    const [bo] = await people(`bo@${domain}`);
    expect(bo?.values.name?.[0]).toMatchObject({ first_name: 'Bo', last_name: 'Li', full_name: 'Bo Li' });
    expect(submission.record?.values['associated_company']?.[0]).toMatchObject({ target_record_id: acme?.id.record_id });
    expect(submission.record?.values['associated_people']?.[0]).toMatchObject({ target_record_id: bo?.id.record_id });
    expect(submission.new_records).toEqual([
      { field: 'associated_company', object: 'companies', name: 'Acme', how: 'made', record_id: acme?.id.record_id },
      { field: 'associated_people', object: 'people', name: 'Bo Li', how: 'made', record_id: bo?.id.record_id },
    ]);
    expect(submission.receipt).toContainEqual(
      expect.objectContaining({ field: 'associated_company', stored: 'Acme', same: true }),
    );
  });

  test('one that Attio has by then is used as it is, and told', async () => {
    const domain = unique();
    await ana.rep.submit(randomUUID(), ana.deal({ associated_company: company(domain, 'The first') }));
    const answer = await ana.rep.submit(randomUUID(), ana.deal({ associated_company: company(domain, 'The second') }));
    expect(submissionOf(answer).new_records).toMatchObject([{ name: 'The second', how: 'found' }]);
    expect(submissionOf(answer).receipt).toContainEqual(
      expect.objectContaining({ field: 'associated_company', stored: 'The first', same: true }),
    );
    expect(await companies(domain)).toHaveLength(1);
  });

  test.each<[string, Fault]>([
    ['its answer is lost', lost],
    [
      'a proxy answers 502 after the work was done',
      async (response, forward) => {
        await forward();
        response.writeHead(502).end();
      },
    ],
  ])('a company is made once when %s, and the deal too', async (name, fault) => {
    const domain = unique();
    stack.proxy.faults.set(makeCompany, fault);
    const id = randomUUID();
    await ana.rep.submit(id, ana.deal({ name, associated_company: company(domain) }));
    await settled(id).toBe('created');
    expect(await companies(domain)).toHaveLength(1);
    expect(await stack.dealsNamed(name)).toBe(1);
  });

  test('what waits for Attio goes on where it was', async () => {
    const domain = unique();
    const id = randomUUID();
    stack.proxy.faults.set(makePerson, answerJson(429, { message: 'slow down' }, { 'retry-after': '1' }));
    await ana.rep.submit(
      id,
      ana.deal({ name: 'In steps', associated_company: company(domain), associated_people: [person(`bo@${domain}`)] }),
    );
    await expect.poll(async () => (await read(id)).new_records.map(({ how }) => how)).toEqual(['made', 'open']);
    stack.proxy.faults.clear();
    await settled(id).toBe('created');
    expect([await companies(domain), await people(`bo@${domain}`)].map(({ length }) => length)).toEqual([1, 1]);
  });

  test('one that Attio refuses is told at its field, the deal is not sent, and what was made is told', async () => {
    const domain = unique();
    const creates = stack.proxy.creates();
    stack.proxy.faults.set(
      makePerson,
      attioError(400, 'validation_type', 'An invalid value was passed to attribute with slug "email_addresses".'),
    );
    const id = randomUUID();
    await ana.rep.submit(id, ana.deal({ associated_company: company(domain), associated_people: [person(`bo@${domain}`)] }));
    await settled(id).toBe('refused');
    const { errors, new_records } = await read(id);
    expect(errors).toMatchObject([{ field: 'associated_people', code: 'new_refused' }]);
    expect(new_records.map(({ how }) => how)).toEqual(['made', 'open']);
    expect(stack.proxy.creates()).toBe(creates);
  });

  test('one of which Attio requires more is told at its field before anything is sent', async () => {
    const domain = unique();
    const attribute = {
      is_required: true,
      is_archived: false,
      default_value: null,
      api_slug: 'licence',
      title: 'Licence',
      type: 'text',
    };
    const list = answerJson(200, { data: [{ ...attribute, id: { attribute_id: randomUUID() } }] });
    stack.proxy.faults.set('GET /v2/objects/people/attributes', list);
    const creates = stack.proxy.creates();
    const from = linesOf().length;
    const values = ana.deal({ associated_company: company(domain), associated_people: [person(`bo@${domain}`)] });
    const answer = await ana.rep.submit(randomUUID(), values);
    stack.proxy.faults.delete('GET /v2/objects/people/attributes');
    expect([answer.status, problemSchema.parse(answer.json).errors]).toMatchObject([
      422,
      [{ field: 'associated_people', code: 'new_incomplete' }],
    ]);
    expect(
      linesOf()
        .slice(from)
        .filter((line) => /^POST/.test(line)),
    ).toEqual([]);
    expect(stack.proxy.creates()).toBe(creates);
  });

  test('a deal that is taken back before its steps makes nothing', async () => {
    const domain = unique();
    const id = randomUUID();
    stack.proxy.faults.set(
      'POST /v2/objects/companies/records/query',
      answerJson(429, { message: 'slow down' }, { 'retry-after': '1' }),
    );
    const answer = await ana.rep.submit(id, ana.deal({ name: 'Taken back', associated_company: company(domain) }));
    expect(submissionOf(answer).state).toBe('deferred');
    await ana.rep.call(resolvePath(id), { method: 'POST', body: '{"decision":"leave"}' });
    stack.proxy.faults.clear();
    const next = randomUUID();
    await ana.rep.submit(next, ana.deal({ name: 'After it' }));
    await settled(next).toBe('created');
    expect(await companies(domain)).toHaveLength(0);
    expect(await stack.dealsNamed('Taken back')).toBe(0);
  });

  test.each([
    [company('acme'), 'not_a_domain'],
    [company('acme.com', ' '), 'new_without_name'],
    [person('bo@acme.com'), 'wrong_object'],
    [{ new: { object: 'companies', name: 'Acme', domain: 'acme.com', extra: 1 } }, 'wrong_type'],
    [{ new: { object: '__proto__' } }, 'wrong_object'],
  ])('%j is refused at its field, and nothing is made', async (value, code) => {
    const before = linesOf().filter((line) => line === makeCompany || line === makePerson).length;
    const answer = await ana.rep.submit(randomUUID(), ana.deal({ associated_company: value }));
    expect([answer.status, answer.json]).toMatchObject([422, { errors: [{ field: 'associated_company', code }] }]);
    expect(linesOf().filter((line) => line === makeCompany || line === makePerson)).toHaveLength(before);
  });
});

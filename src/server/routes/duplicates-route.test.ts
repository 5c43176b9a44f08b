import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Duplicates, duplicatesSchema } from '../../contract/duplicates.ts';
import { paths } from '../../contract/paths.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { isOpenDeal } from '../judge-likeness.ts';
import { areSimilarNames } from '../similar-names.ts';
import { type DealStack, signedInRep, startDealStack } from '../testing/deal-stack.ts';
import { answerJson, createLine } from '../testing/fault-proxy.ts';

let aheadMs = 0;
let stack: DealStack;
let ana: Awaited<ReturnType<typeof signedInRep>>;
beforeAll(async () => {
  stack = await startDealStack(startSandbox, { now: () => Date.now() + aheadMs });
  ana = await signedInRep(stack.server.url);
});
afterEach(() => stack.proxy.faults.clear());
afterAll(() => stack?.close());

async function check(values: Record<string, unknown>): Promise<Duplicates> {
  const answer = await ana.rep.call(paths.duplicates, { method: 'POST', body: JSON.stringify({ values }) });
  expect(answer.status, answer.text).toBe(200);
  return duplicatesSchema.parse(answer.json);
}
async function records(object: 'people' | 'companies', query: string): Promise<{ id: string }[]> {
  const { json } = await ana.rep.call(`/api/lookup/${object}?query=${query}`);
  return (json as { suggestions: { id: string }[] }).suggestions.map(({ id }) => ({ id }));
}
const send = async (more: Record<string, unknown>) =>
  expect((await ana.rep.submit(randomUUID(), ana.deal(more))).status).toBe(200);
const usd = (amount: string) => ({ amount, currency: ana.field('value').config.currency_code });
const reasonsOf = ({ deals }: Duplicates, name: string) =>
  deals.find((deal) => deal.name === name)?.reasons.map(({ code }) => code) ?? null;

describe('The check for deals that look like the one being entered', () => {
  test('names company, person, name, value and age, the weightiest first, each in words and with a link', async () => {
    const [company] = await records('companies', '');
    const people = (await records('people', 'a')).slice(0, 1);
    await send({ name: 'Zephyr roll-out', associated_company: company, associated_people: people, value: usd('1000') });
    const found = await check({
      name: 'zephyr ROLL out',
      associated_company: company,
      associated_people: people,
      value: usd('1090'),
    });
    expect(found.checked).toBe(true);
    expect(reasonsOf(found, 'Zephyr roll-out')).toEqual(['company', 'name', 'person', 'value', 'recent']);
    const [first] = found.deals;
    expect(first).toMatchObject({ name: 'Zephyr roll-out', web_url: expect.stringContaining('/deals/record/') });
    expect(first?.reasons[0]?.words).toBe('same company');
    expect(first?.details).toContain('$1,000.00');
  });

  test('knows a tenth, and another currency, from more', async () => {
    await send({ name: 'Tenth of it', value: usd('1000') });
    expect(reasonsOf(await check({ name: 'Tenth of it', value: usd('1112') }), 'Tenth of it')).not.toContain('value');
    expect(reasonsOf(await check({ name: 'Tenth of it', value: usd('900') }), 'Tenth of it')).toContain('value');
    const other = { amount: '1000', currency: 'XXX' };
    expect(reasonsOf(await check({ name: 'Tenth of it', value: other }), 'Tenth of it')).not.toContain('value');
  });

  test('says nothing of a deal that is over, nor of one that only has the value', async () => {
    const lost = ana.field('stage').statuses?.find(({ title }) => title === 'Lost')?.id;
    await send({ name: 'Over and done', stage: lost, value: usd('777') });
    await send({ name: 'Something else', value: usd('777') });
    expect((await check({ name: 'Over and done', value: usd('777') })).deals).toEqual([]);
  });

  test('leaves out what is half typed, and takes nothing for a company that is new', async () => {
    expect(await check({ name: 'x', associated_company: { new: { object: 'companies', name: 'A', domain: 'a.com' } } })).toEqual({
      checked: true,
      deals: [],
      usual_owner: null,
    });
    expect(await check({ value: { amount: 'abc' }, associated_people: 'no list', stage: 7 })).toEqual({
      checked: true,
      deals: [],
      usual_owner: null,
    });
  });

  test('knows who has most deals of a company, whatever became of them', async () => {
    const company = (await records('companies', ''))[1];
    const others = ana.form.members.filter(({ id, suspended }) => id !== ana.form.me && !suspended);
    const [bo, cy] = others.map(({ id }) => id);
    const own = async (owner: string | undefined, count: number) => {
      for (let at = 0; at < count; at += 1) await send({ name: `Owned ${randomUUID()}`, associated_company: company, owner });
    };
    const usual = async () => (await check({ associated_company: company })).usual_owner;
    await own(bo, 20);
    expect(await usual()).toBe(bo);
    await own(cy, 10);
    expect(await usual()).toBeNull();
    await own(cy, 1);
    expect(await usual()).toBe(cy);
    expect((await check({ name: 'Owned by nobody' })).usual_owner).toBeNull();
  });

  test('is told as not whole when there is more than it looks through', async () => {
    const people = Array.from({ length: 9 }, () => ({ id: randomUUID(), object: 'people' }));
    expect(await check({ associated_people: people })).toEqual({ checked: false, deals: [], usual_owner: null });
    expect(await check({ associated_people: people.slice(0, 8) })).toEqual({ checked: true, deals: [], usual_owner: null });
    stack.proxy.faults.set(`${createLine}/query`, async (response, forward, body) => {
      const { data } = JSON.parse((await forward()).body);
      const [one] = data.length > 0 ? data : [{}];
      await answerJson(200, { data: Array(100).fill(one) })(response, forward, body);
    });
    const [company] = await records('companies', '');
    expect((await check({ associated_company: company })).checked).toBe(false);
  });

  test('gives up in time, and says that nothing was checked', async () => {
    stack.proxy.faults.set(`${createLine}/query`, () => undefined);
    const from = performance.now();
    const [company] = await records('companies', '');
    expect(await check({ associated_company: company })).toEqual({ checked: false, deals: [], usual_owner: null });
    expect(performance.now() - from).toBeLessThan(5_000);
  });

  test('gives up in time, also when the fields have to be read anew and Attio does not answer', async () => {
    const [company] = await records('companies', '');
    aheadMs += 120_000;
    stack.proxy.faults.set('GET /v2/objects/deals/attributes', () => undefined);
    const from = performance.now();
    expect(await check({ associated_company: company })).toEqual({ checked: false, deals: [], usual_owner: null });
    expect(performance.now() - from).toBeLessThan(5_000);
  });

  test('is no error when Attio is busy', async () => {
    stack.proxy.faults.set(`${createLine}/query`, answerJson(429, { message: 'slow down' }));
    const [company] = await records('companies', '');
    expect((await check({ associated_company: company })).checked).toBe(false);
  });

  test('refuses an envelope that is not one', async () => {
    const answer = await ana.rep.call(paths.duplicates, { method: 'POST', body: '{"deal":{}}' });
    expect(answer.status).toBe(422);
  });
});

test.each([
  ['Globex – annual licence', 'globex annual licence', true],
  ['Globex annual licence 2026', 'Globex: Annual Licence', true],
  ['The new deal', 'New deal for the', true],
  ['Globex annual licence', 'Initech annual licence renewal', false],
  ['José GmbH', 'jose', true],
  ['🎉', '🎉', false],
  ['Platform expansion', 'Platform expansions', true],
  ['Platform expansion', 'Platfrom expansion', true],
  ['Platform expansion', 'PlatformExpansion', true],
  ['大阪ガス更新', '大阪ガス 更新', true],
  ['Globex renewal 2026', 'globex  RENEWAL 2027', true],
  ['Globex – November 2026', 'Globex – December 2026', false],
  ['ab', 'ac', false],
])('%j and %j are called alike: %s', (one, other, alike) => expect(areSimilarNames(one, other)).toBe(alike));

test.each([
  [{ title: 'In Progress', celebration_enabled: false }, true],
  [{ title: 'Won 🎉', celebration_enabled: true }, false],
  [{ title: 'Gewonnen' }, false],
  [{ title: 'Closed – lost' }, false],
  [{ title: 'Wonderful start' }, true],
  [null, true],
])('a deal in the stage %j is open: %s', (status, open) => {
  const id = { workspace_id: 'w', object_id: 'o', record_id: 'r' };
  expect(isOpenDeal({ id, values: status ? { stage: [{ status }] } : {} })).toBe(open);
});

import { afterEach, expect, it } from 'vitest';
import { startTestClient, type TestClient } from '../test-client.ts';

type WireRecord = { id: { record_id: string }; values: Record<string, Record<string, unknown>[]> };

const started: TestClient[] = [];
afterEach(async () => {
  for (const client of started.splice(0)) await client.close();
});
async function start(seed: 'demo' | 'empty' | number): Promise<TestClient> {
  const client = await startTestClient({ seed });
  started.push(client);
  return client;
}
async function all(client: TestClient, object: string): Promise<WireRecord[]> {
  const pages = [0, 500].map(
    async (offset) => (await client.ask('POST', `/v2/objects/${object}/records/query`, { offset })).body,
  );
  return (await Promise.all(pages)).flatMap((body) => (body as { data: WireRecord[] }).data);
}
const nameOf = (record: WireRecord) => String(record.values.name?.[0]?.full_name ?? record.values.name?.[0]?.value);

it('the demo workspace is believable, and the same every time', async () => {
  const client = await start('demo');
  const people = await all(client, 'people');
  const companies = await all(client, 'companies');
  const deals = await all(client, 'deals');
  expect([people.length, companies.length, deals.length]).toEqual([900, 300, 60]);

  const names = people.map(nameOf);
  for (const name of ['Bo Li', 'Joana Reis', 'Jon Meier'])
    expect(names.filter((other) => other === name).length).toBeGreaterThan(1);
  expect(names.some((name) => /\p{Script=Arabic}/u.test(name))).toBe(true);
  expect(names.some((name) => /\p{Script=Hebrew}/u.test(name))).toBe(true);
  expect(names.filter((name) => /[à-ž]/i.test(name)).length).toBeGreaterThan(100);

  const domainOf = new Map(companies.map((company) => [company.id.record_id, company.values.domains?.[0]?.domain]));
  for (const person of people) {
    const company = String(person.values.company?.[0]?.target_record_id);
    expect(person.values.email_addresses?.[0]?.email_domain).toBe(domainOf.get(company));
    expect(person.values.job_title).toHaveLength(1);
  }
  const stages = new Set(deals.map((deal) => (deal.values.stage?.[0]?.status as { title: string } | undefined)?.title));
  expect([...stages].sort()).toEqual(['In Progress', 'Lead', 'Lost', 'Won 🎉']);
  expect(deals.every((deal) => deal.values.associated_company?.length === 1)).toBe(true);

  const again = await start('demo');
  const { web_url: _, ...first } = deals[0] as WireRecord & { web_url: string };
  expect((await all(again, 'deals'))[0]).toMatchObject(first);
}, 30_000);

it('the demo workspace keeps its renewals in a list, the same every time', async () => {
  type Entry = { id: unknown; parent_record_id: string; entry_values: Record<string, Record<string, unknown>[]> };
  const [client, again] = [await start('demo'), await start('demo')];
  const tell = async (of: TestClient) => ({
    lists: (await of.ask('GET', '/v2/lists')).body,
    attributes: (await of.ask('GET', '/v2/lists/renewals/attributes')).body,
    entries: ((await of.ask('POST', '/v2/lists/renewals/entries/query')).body as { data: Entry[] }).data,
  });
  const told = await tell(client);
  expect(told.lists).toMatchObject({ data: [{ api_slug: 'renewals', name: 'Renewals', parent_object: ['companies'] }] });
  expect(told.entries).toHaveLength(12);
  for (const { entry_values } of told.entries) {
    for (const slug of ['stage', 'renewal_date', 'amount', 'risk', 'owner']) expect(entry_values[slug]).toHaveLength(1);
  }
  expect(new Set(told.entries.map(({ entry_values }) => JSON.stringify(entry_values.stage?.[0]?.status))).size).toBeGreaterThan(
    2,
  );
  expect(await tell(again)).toEqual(told);
}, 30_000);

it('an empty workspace has the standard objects, stages and one admin', async () => {
  const client = await start('empty');
  expect(await all(client, 'people')).toEqual([]);
  expect((await client.ask('GET', '/v2/objects/deals/attributes')).body).toMatchObject({ data: { length: 9 } });
  expect((await client.ask('GET', '/v2/workspace_members')).body).toMatchObject({ data: [{ access_level: 'admin' }] });
});

it('a number makes as many companies and people, and everybody works somewhere', async () => {
  const client = await start(40);
  const people = await all(client, 'people');
  const companies = await all(client, 'companies');
  expect([people.length, companies.length]).toEqual([40, 40]);
  const byId = new Map(companies.map((company) => [company.id.record_id, company]));
  for (const person of people) {
    expect(person.values.company).toHaveLength(1);
    const company = byId.get(String(person.values.company?.[0]?.target_record_id));
    expect(person.values.email_addresses?.[0]?.email_domain).toBe(company?.values.domains?.[0]?.domain);
    expect(company?.values.team?.map((member) => member.target_record_id)).toContain(person.id.record_id);
  }
});

it('a number makes the same every time, and looks like a workspace', async () => {
  const [first, again] = [await all(await start(400), 'people'), await all(await start(400), 'people')];
  expect(again.map((person) => [person.id.record_id, nameOf(person)])).toEqual(
    first.map((person) => [person.id.record_id, nameOf(person)]),
  );
  const names = first.map(nameOf);
  expect(new Set(names).size).toBeLessThan(names.length);
  expect(names.filter((name) => /[^ -~]/.test(name)).length).toBeGreaterThan(40);
}, 60_000);

it('what a number made can be searched, changed and made more of', async () => {
  const client = await start(40);
  const [person] = await all(client, 'people');
  const search = async (query: string) => {
    const body = { query, objects: ['people'], request_as: { type: 'workspace' } };
    const answer = await client.ask('POST', '/v2/objects/records/search', body);
    return (answer.body as { data: { id: { record_id: string } }[] }).data.map(({ id }) => id.record_id);
  };
  const path = `/v2/objects/people/records/${person?.id.record_id}`;
  expect(await search(String(person && nameOf(person)))).toContain(person?.id.record_id);
  await client.ask('PATCH', path, { data: { values: { name: 'Wholly, Unlikely' } } });
  expect(await search('unlikely wholyl')).toEqual([person?.id.record_id]);
  const values = { name: 'Unlikely', email_addresses: [String(person?.values.email_addresses?.[0]?.email_address)] };
  expect((await client.ask('POST', '/v2/objects/people/records', { data: { values } })).status).toBe(400);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestClient, type TestClient } from '../test-client.ts';

type WireRecord = { id: { record_id: string }; values: Record<string, Record<string, unknown>[]> };

let client: TestClient;
beforeAll(async () => {
  client = await startTestClient();
});
afterAll(() => client.close());

async function newPerson(values: Record<string, unknown>): Promise<WireRecord> {
  const { body } = await client.ask('POST', '/v2/objects/people/records', { data: { values } });
  return (body as { data: WireRecord }).data;
}
const companyOf = async ({ id }: WireRecord) => {
  const { body } = await client.ask('GET', `/v2/objects/people/records/${id.record_id}`);
  return (body as { data: WireRecord }).data.values.company ?? [];
};
const company = async (domain: string) => {
  const { body } = await client.ask('POST', '/v2/objects/companies/records/query', { filter: { domains: domain } });
  return (body as { data: WireRecord[] }).data[0];
};

describe('a person with a business address', () => {
  it('is linked to the company of its domain, by the system and a moment later', async () => {
    const person = await newPerson({ name: 'Vee', email_addresses: ['vee@mail.initech.com'] });
    expect(person.values.company).toEqual([]);
    await expect.poll(() => companyOf(person)).toHaveLength(1);
    const initech = await company('initech.com');
    expect(await companyOf(person)).toMatchObject([
      { target_record_id: initech?.id.record_id, created_by_actor: { type: 'system', id: null } },
    ]);
    expect(initech?.values.team).toEqual(
      expect.arrayContaining([expect.objectContaining({ target_record_id: person.id.record_id })]),
    );
  });

  it('brings a company nobody knew', async () => {
    const person = await newPerson({ name: 'Zed', email_addresses: ['zed@brandnew.io'] });
    await expect.poll(() => companyOf(person)).toHaveLength(1);
    expect((await company('brandnew.io'))?.values).toMatchObject({
      name: [{ value: 'Brandnew' }],
      created_by: [{ referenced_actor_type: 'system', referenced_actor_id: null }],
    });
  });

  it('keeps the company they were given, and a private address brings none', async () => {
    const given = await newPerson({ name: 'Wye', email_addresses: ['wye@elsewhere.io'], company: 'globex.com' });
    const alone = await newPerson({ name: 'Exe', email_addresses: ['exe@gmail.com'] });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await companyOf(given)).toMatchObject([{ target_record_id: (await company('globex.com'))?.id.record_id }]);
    expect(await companyOf(alone)).toEqual([]);
    expect(await company('elsewhere.io')).toBeUndefined();
  });
});

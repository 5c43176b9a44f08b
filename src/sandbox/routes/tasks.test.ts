import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, startTestClient, type TestClient } from '../test-client.ts';

type Task = Record<string, unknown> & { id: { task_id: string } };

let client: TestClient;
let person: string;
beforeAll(async () => {
  client = await startTestClient();
  const values = { name: 'Tasked, Person', email_addresses: ['tasked@example.org'] };
  const made = await client.ask('POST', '/v2/objects/people/records', { data: { values } });
  person = data<{ id: { record_id: string } }>(made).id.record_id;
});
afterAll(() => client.close());

const data = <Data = Task>(answer: Answer) => (answer.body as { data: Data }).data;
const write = (change: Record<string, unknown> = {}) =>
  client.ask('POST', '/v2/tasks', {
    data: {
      content: 'Follow up',
      format: 'plaintext',
      deadline_at: null,
      is_completed: false,
      linked_records: [],
      assignees: [],
      ...change,
    },
  });
const list = async (query: string) => data<Task[]>(await client.ask('GET', `/v2/tasks?${query}`));
const memberId = async (emailAddress: string) => {
  const all = data<{ email_address: string; id: { workspace_member_id: string } }[]>(
    await client.ask('GET', '/v2/workspace_members'),
  );
  return all.find(({ email_address }) => email_address === emailAddress)?.id.workspace_member_id;
};

describe('tasks', () => {
  it('are made with links and assignees, and answered with 200 in the documented form', async () => {
    const ana = await memberId('ana@northwind.com');
    const answer = await write({
      deadline_at: '2027-01-01T15:00:00Z',
      linked_records: [
        { target_object: 'people', target_record_id: person },
        { target_object: 'companies', domains: [{ domain: 'company.com' }] },
      ],
      assignees: [
        { workspace_member_email_address: 'priya@northwind.com' },
        { referenced_actor_type: 'workspace-member', referenced_actor_id: ana },
      ],
    });
    expect(answer.status).toBe(200);
    expect(data(answer)).toEqual({
      id: { workspace_id: expect.any(String), task_id: expect.any(String) },
      content_plaintext: 'Follow up',
      deadline_at: '2027-01-01T15:00:00.000000000Z',
      is_completed: false,
      completed_at: null,
      linked_records: [
        { target_object_id: 'people', target_record_id: person },
        { target_object_id: 'companies', target_record_id: expect.any(String) },
      ],
      assignees: [
        { referenced_actor_type: 'workspace-member', referenced_actor_id: await memberId('priya@northwind.com') },
        { referenced_actor_type: 'workspace-member', referenced_actor_id: ana },
      ],
      created_by_actor: { type: 'api-token', id: expect.any(String) },
      created_at: expect.stringMatching(/\.\d{9}Z$/),
    });
    expect((await client.ask('GET', `/v2/tasks/${data(answer).id.task_id}`)).body).toEqual(answer.body);
  });

  it('change in what is sent, and in nothing else', async () => {
    const task = data(
      await write({ deadline_at: '2027-01-01', assignees: [{ workspace_member_email_address: 'ana@northwind.com' }] }),
    );
    const path = `/v2/tasks/${task.id.task_id}`;
    const done = data(await client.ask('PATCH', path, { data: { is_completed: true } }));
    expect(done).toEqual({ ...task, is_completed: true, completed_at: expect.stringMatching(/Z$/) });
    const again = data(await client.ask('PATCH', path, { data: { is_completed: true, assignees: [], deadline_at: null } }));
    expect(again).toEqual({ ...done, assignees: [], deadline_at: null });
    expect(data(await client.ask('PATCH', path, { data: { is_completed: false } }))).toMatchObject({ completed_at: null });
    expect((await client.ask('PATCH', path, { data: {} })).body).toMatchObject({ status_code: 400, code: 'validation_type' });
    expect((await client.ask('PATCH', path, { data: { content: 'Other' } })).body).toMatchObject({
      status_code: 400,
      validation_errors: [{ code: 'unrecognized_keys', path: ['data'] }],
    });
  });

  it('are listed oldest first, and found by link, assignee and completion', async () => {
    const tomas = { workspace_member_email_address: 'tomas@northwind.com' };
    const link = { target_object: 'people', target_record_id: person };
    await write({ content: 'One', assignees: [tomas], linked_records: [link] });
    await write({ content: 'Two', assignees: [tomas], is_completed: true });
    const contents = async (query: string) => (await list(query)).map(({ content_plaintext }) => content_plaintext);
    expect(await contents('assignee=tomas@northwind.com')).toEqual(['One', 'Two']);
    expect(await contents(`assignee=${await memberId('tomas@northwind.com')}&sort=created_at:desc`)).toEqual(['Two', 'One']);
    expect(await contents('assignee=tomas@northwind.com&is_completed=true')).toEqual(['Two']);
    expect(await contents('assignee=tomas@northwind.com&limit=1&offset=1')).toEqual(['Two']);
    expect(await contents(`linked_object=people&linked_record_id=${person}&is_completed=false`)).toContain('One');
    await write({ content: 'Whoever' });
    for (const nobody of ['assignee=', 'assignee=null']) {
      expect(await contents(nobody)).toContain('Whoever');
      expect(await contents(nobody)).not.toContain('One');
    }
    for (const query of ['sort=title', 'linked_object=people', 'is_completed=perhaps', 'limit=501']) {
      expect((await client.ask('GET', `/v2/tasks?${query}`)).status).toBe(400);
    }
  });

  it('are gone once deleted', async () => {
    const { id } = data(await write());
    expect((await client.ask('DELETE', `/v2/tasks/${id.task_id}`)).body).toEqual({});
    expect((await client.ask('GET', `/v2/tasks/${id.task_id}`)).body).toMatchObject({
      status_code: 404,
      code: 'not_found',
      message: `Could not find Task with ID "${id.task_id}".`,
    });
  });

  it.each(['content', 'format', 'deadline_at', 'is_completed', 'linked_records', 'assignees'])(
    'cannot be made without %s',
    async (key) => {
      expect((await write({ [key]: undefined })).body).toMatchObject({
        status_code: 400,
        message: 'Body payload validation error.',
        validation_errors: [{ path: ['data', key], message: 'Required' }],
      });
    },
  );

  it.each([
    [{ content: 'x'.repeat(2001) }, 400],
    [{ format: 'markdown' }, 400],
    [{ deadline_at: 'soon' }, 400],
    [{ linked_records: [null] }, 400],
    [{ linked_records: [{ target_object: 'people' }] }, 400],
    [{ linked_records: [{ target_object: 'people', target_record_id: 'x' }] }, 400],
    [{ linked_records: [{ target_object: 'people', target_record_id: '891dcbfc-9141-415d-9b2a-2238a6cc012d' }] }, 404],
    [{ linked_records: [{ target_object: 'nothing', target_record_id: '891dcbfc-9141-415d-9b2a-2238a6cc012d' }] }, 404],
    [{ linked_records: [{ target_object: 'people', email_addresses: [] }] }, 400],
    [{ linked_records: [{ target_object: 'people', email_addresses: [{ email_address: 'nobody@nowhere.org' }] }] }, 400],
    [{ linked_records: [{ target_object: 'people', nonsense: ['x'] }] }, 400],
    [{ assignees: [{ workspace_member_email_address: 'nobody@nowhere.org' }] }, 400],
    [{ assignees: [{ referenced_actor_type: 'app', referenced_actor_id: '891dcbfc-9141-415d-9b2a-2238a6cc012d' }] }, 400],
    [{ assignees: ['ana@northwind.com'] }, 400],
  ])('%j is refused with %i, and nothing is kept', async (change, status) => {
    const before = (await list('')).length;
    expect((await write(change)).status).toBe(status);
    expect(await list('')).toHaveLength(before);
  });
});

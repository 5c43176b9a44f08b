import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, startTestClient, type TestClient } from '../test-client.ts';

type Note = Record<string, unknown> & { id: { note_id: string } };

let client: TestClient;
let person: string;
beforeAll(async () => {
  client = await startTestClient();
  const made = await client.ask('POST', '/v2/objects/people/records', { data: { values: { name: 'Noted, Person' } } });
  person = (made.body as { data: { id: { record_id: string } } }).data.id.record_id;
});
afterAll(() => client.close());

const data = <Data = Note>(answer: Answer) => (answer.body as { data: Data }).data;
const write = (change: Record<string, unknown> = {}) =>
  client.ask('POST', '/v2/notes', {
    data: {
      parent_object: 'people',
      parent_record_id: person,
      title: 'A call',
      format: 'plaintext',
      content: 'Bo is in.',
      ...change,
    },
  });

describe('notes', () => {
  it('are written on a record and answered with 200 in the documented form', async () => {
    const answer = await write();
    expect(answer.status).toBe(200);
    expect(data(answer)).toEqual({
      id: { workspace_id: expect.any(String), note_id: expect.any(String) },
      parent_object: 'people',
      parent_record_id: person,
      title: 'A call',
      meeting_id: null,
      content_plaintext: 'Bo is in.',
      content_markdown: 'Bo is in.',
      tags: [],
      created_by_actor: { type: 'api-token', id: expect.any(String) },
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/),
    });
    expect((await client.ask('GET', `/v2/notes/${data(answer).id.note_id}`)).body).toEqual(answer.body);
  });

  it('are read as markdown and as the plain text of it', async () => {
    const content =
      '# Intro\nDate\n\n## Customer\n- **Company** ([site](https://a.example/x))\n1. ~~old~~ *new* ==mark== 3 * 4 * 5';
    const note = data(await write({ format: 'markdown', content }));
    expect(note.content_markdown).toBe(content);
    expect(note.content_plaintext).toBe('Intro\nDate\nCustomer\nCompany (site)\nold new mark 3 * 4 * 5');
  });

  it('may be dated back, but neither before 1970 nor into the future', async () => {
    expect(data(await write({ created_at: '2023-01-01T15:00:00.000000000Z' })).created_at).toBe('2023-01-01T15:00:00.000000000Z');
    for (const created_at of ['1969-12-31T23:59:59Z', '2999-01-01T00:00:00Z', 'yesterday', 5]) {
      const answer = await write({ created_at });
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({
        code: 'validation_type',
        message: 'Body payload validation error.',
        validation_errors: [{ path: ['data', 'created_at'] }],
      });
    }
  });

  it('are listed newest first, ten at a time unless asked for up to fifty', async () => {
    for (let count = 0; count < 11; count += 1) await write({ title: `Note ${count}` });
    const list = async (query: string) => data<Note[]>(await client.ask('GET', `/v2/notes?${query}`));
    expect(await list('')).toHaveLength(10);
    const own = `parent_object=people&parent_record_id=${person}`;
    expect((await list(`${own}&limit=2`)).map(({ title }) => title)).toEqual(['Note 10', 'Note 9']);
    expect((await list(`${own}&limit=2&offset=1`)).map(({ title }) => title)).toEqual(['Note 9', 'Note 8']);
    expect(await list('parent_object=companies')).toEqual([]);
    for (const query of ['limit=51', 'limit=0', 'limit=x', 'offset=-1', 'parent_record_id=x', 'limit=1&limit=2']) {
      expect((await client.ask('GET', `/v2/notes?${query}`)).body).toMatchObject({
        status_code: 400,
        message: 'Query params validation error.',
      });
    }
  });

  it('are gone once deleted, and go with their record', async () => {
    const { id } = data(await write());
    expect((await client.ask('DELETE', `/v2/notes/${id.note_id}`)).body).toEqual({});
    for (const method of ['GET', 'DELETE']) {
      expect((await client.ask(method, `/v2/notes/${id.note_id}`)).body).toEqual({
        status_code: 404,
        type: 'invalid_request_error',
        code: 'not_found',
        message: `Note with ID "${id.note_id}" was not found.`,
      });
    }
    const made = await client.ask('POST', '/v2/objects/companies/records', { data: { values: { name: 'Short-lived' } } });
    const company = data<{ id: { record_id: string } }>(made).id.record_id;
    const note = data(await write({ parent_object: 'companies', parent_record_id: company }));
    await client.ask('DELETE', `/v2/objects/companies/records/${company}`);
    expect((await client.ask('GET', `/v2/notes/${note.id.note_id}`)).status).toBe(404);
  });

  it.each([
    [{ parent_object: 'nonsense' }, 404, 'Object with slug/ID "nonsense" not found.'],
    [{ parent_object: 'companies' }, 404, /^Record with ID ".*" not found\.$/],
    [{ meeting_id: '14beef7a-99f7-4534-a87e-70b564330a4c' }, 404, /^Meeting with ID/],
    [{ format: 'html' }, 400, 'Body payload validation error.'],
    [{ title: null }, 400, 'Body payload validation error.'],
    [{ content: undefined }, 400, 'Body payload validation error.'],
    [{ parent_record_id: 'x' }, 400, 'Body payload validation error.'],
  ])('%j is refused with %i', async (change, status, message) => {
    const answer = await write(change);
    expect(answer.body).toMatchObject({
      status_code: status,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
  });
});

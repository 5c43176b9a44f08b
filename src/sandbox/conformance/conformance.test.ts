import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../openapi/operations.ts';
import { defaultOptions } from '../options.ts';
import { startTestClient, type TestClient } from '../test-client.ts';
import { cases } from './cases.ts';
import { complaints } from './check-answer.ts';
import { Service } from './service.ts';

let client: TestClient;
let service: Service;
beforeAll(async () => {
  client = await startTestClient();
  service = new Service(client.url, defaultOptions.apiKey);
});
afterAll(() => client.close());

describe('the sandbox, as Attio', () => {
  it.each(cases)('$name', async ({ run }) => {
    try {
      await run(service);
    } finally {
      await service.undo();
    }
  });
});

describe('the description', () => {
  it('is served, with every operation in it', async () => {
    const { body } = await client.ask('GET', '/openapi/api');
    const { openapi, paths } = body as { openapi: string; paths: Record<string, Record<string, { operationId: string }>> };
    expect(openapi).toBe('3.1.0');
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(ids.sort()).toEqual(operations.map(({ id }) => id).sort());
  });

  it('has no operation that the cases do not ask for', () => {
    expect(operations.map(({ id }) => id).filter((id) => !service.asked.has(id))).toEqual([]);
  });

  it('is strict: an unnamed key, a missing one and a wrong one are each told', () => {
    const member = {
      id: { workspace_id: '50cf242c-7fa3-4cad-87d0-75b1af71c57b', workspace_member_id: '50cf242c-7fa3-4cad-87d0-75b1af71c57b' },
      first_name: 'Ana',
      last_name: 'Kovač',
      avatar_url: null,
      email_address: 'ana@northwind.com',
      created_at: '2026-01-01T00:00:00.000000000Z',
      access_level: 'admin',
    };
    expect(complaints('get-member', 200, { data: member })).toEqual([]);
    expect(complaints('get-member', 200, { data: { ...member, nickname: 'A' } })).not.toEqual([]);
    expect(complaints('get-member', 200, { data: { ...member, last_name: undefined } })).not.toEqual([]);
    expect(complaints('get-member', 200, { data: { ...member, created_at: '2026-01-01T00:00:00Z' } })).not.toEqual([]);
    expect(complaints('get-member', 500, {})).not.toEqual([]);
    expect(complaints('get-member', 404, { status_code: 400, type: 'auth_error', code: 'x', message: 'y' })).not.toEqual([]);
  });
});

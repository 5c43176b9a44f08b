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

describe('a token that lacks one scope', () => {
  // Making an attribute of a list asks for another scope than the same operation on objects.
  const needed = operations.flatMap(({ id, scopes }) => scopes.map((scope) => [id, scope] as const));
  const all = defaultOptions.scopes.split(' ');

  it.each([...new Set(needed.map(([, scope]) => scope.replace('-write', '')))])(
    '%s is refused by name where it is needed, and nowhere else',
    async (lacking) => {
      const scopes = all.filter((scope) => !scope.startsWith(lacking.split(':')[0] ?? '')).join(' ');
      const limited = await startTestClient({ seed: 'empty', scopes });
      const poor = new Service(limited.url, defaultOptions.apiKey);
      const ids = { target: 'objects', identifier: 'companies', object: 'companies', attribute: 'name', list: 'x' };
      const uuid = '891dcbfc-9141-415d-9b2a-2238a6cc012d';
      const named = {
        record_id: uuid,
        entry_id: uuid,
        note_id: uuid,
        task_id: uuid,
        webhook_id: uuid,
        workspace_member_id: uuid,
      };
      for (const { id, scopes: asked, body } of operations) {
        const { status, body: answer } = await poor.ask(
          id,
          { ...ids, ...named, option: uuid, status: uuid },
          body ? { body: {} } : {},
        );
        const isNeeded = asked.some((scope) => scope.startsWith(`${lacking.split(':')[0]}:`));
        expect([id, status === 403]).toEqual([id, isNeeded]);
        if (isNeeded) expect(answer).toMatchObject({ type: 'auth_error', code: 'unauthorized' });
      }
      await limited.close();
    },
  );
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

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, expect, it } from 'vitest';
import { startTestClient } from '../test-client.ts';
import { migrations } from './migrations.ts';
import { DATABASE } from './store.ts';

const data = mkdtempSync(join(tmpdir(), 'sandbox-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

const RELEASED = 3;
const WORKSPACE = `
  INSERT INTO workspace VALUES ('9d6ff0f5-0000-4000-a000-000000000001', 'Old', 'old', '2025-01-01T00:00:00.000000000Z');
  INSERT INTO members VALUES ('9d6ff0f5-0000-4000-a000-000000000002', 'Ana', 'K', 'ana@old.com', 'admin', '2025-01-01T00:00:00.000000000Z');
  INSERT INTO objects VALUES (1, '9d6ff0f5-0000-4000-a000-000000000003', 'companies', 'Company', 'Companies', 1, '2025-01-01T00:00:00.000000000Z');
  INSERT INTO attributes (key, attribute_id, object_key, api_slug, title, type, is_system, is_writable, is_required, is_unique, is_multiselect, created_at)
    VALUES (1, '9d6ff0f5-0000-4000-a000-000000000004', 1, 'name', 'Name', 'text', 1, 1, 0, 0, 0, '2025-01-01T00:00:00.000000000Z');
  INSERT INTO records VALUES (1, '9d6ff0f5-0000-4000-a000-000000000005', 1, '2025-01-01T00:00:00.000000000Z', 'system', NULL);
  INSERT INTO attribute_values (record_key, attribute_key, position, fields, folded, match_key, is_unique, active_from, actor_type)
    VALUES (1, 1, 0, '{"value":"ÉCLAIRAGE Nord"}', '{"value":"éclairage nord"}', 'ÉCLAIRAGE Nord', 0, '2025-01-01T00:00:00.000000000Z', 'system');
`;

it('what an older file holds can be searched, filtered and deleted after the update', async () => {
  const old = new Database(join(data, DATABASE));
  for (const step of migrations.slice(0, RELEASED)) old.exec(step);
  old.exec(`PRAGMA user_version = ${RELEASED}`);
  old.exec(WORKSPACE);
  old.close();

  const client = await startTestClient({ data });
  const query = async (filter: unknown) => (await client.ask('POST', '/v2/objects/companies/records/query', { filter })).body;
  const search = { query: 'eclairgae', objects: ['companies'], request_as: { type: 'workspace' } };
  const one = { data: [{ id: { record_id: '9d6ff0f5-0000-4000-a000-000000000005' } }] };
  expect((await client.ask('POST', '/v2/objects/records/search', search)).body).toMatchObject(one);
  expect(await query({ name: { $starts_with: 'éclair' } })).toMatchObject(one);
  expect(await query({ name: { $contains: 'NORD' } })).toMatchObject(one);
  await client.ask('DELETE', '/v2/objects/companies/records/9d6ff0f5-0000-4000-a000-000000000005');
  expect(await query({})).toEqual({ data: [] });
  expect((await client.ask('POST', '/v2/objects/records/search', search)).body).toEqual({ data: [] });
  await client.close();
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, expect, it } from 'vitest';
import { startTestClient } from '../test-client.ts';
import { migrations } from './migrations.ts';
import { Store } from './store.ts';

const data = mkdtempSync(join(tmpdir(), 'sandbox-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** Writes a database as the step before lists left it: one object with one attribute, record and value. */
function writeOldDatabase(): void {
  const old = new Database(join(data, 'sandbox.sqlite'));
  for (const step of migrations.slice(0, 3)) old.exec(step);
  old.exec(`
    PRAGMA user_version = 3;
    INSERT INTO workspace VALUES ('14beef7a-99f7-4534-a87e-70b564330a4c', 'Old', 'old', '2026-01-05T08:00:00.000000000Z');
    INSERT INTO members VALUES
      ('50cf242c-7fa3-4cad-87d0-75b1af71c57b', 'Ana', 'K', 'ana@old.com', 'admin', '2026-01-05T08:00:00.000000000Z');
    INSERT INTO objects VALUES
      (7, '97052eb9-e65e-443f-a297-f2d9a4a7f795', 'deals', 'Deal', 'Deals', 1, '2026-01-05T08:00:00.000000000Z');
    INSERT INTO attributes (key, attribute_id, object_key, api_slug, title, type, is_system, is_writable, is_required,
      is_unique, is_multiselect, created_at) VALUES
      (9, '41252299-f8c7-4b5e-99c9-4ff8321d2f96', 7, 'name', 'Name', 'text', 1, 1, 1, 0, 0, '2026-01-05T08:00:00.000000000Z');
    INSERT INTO records VALUES
      (11, '891dcbfc-9141-415d-9b2a-2238a6cc012d', 7, '2026-01-06T08:00:00.000000000Z', 'system', NULL);
    INSERT INTO attribute_values (record_key, attribute_key, position, fields, match_key, is_unique, active_from, actor_type)
      VALUES (11, 9, 0, '{"value":"Kept"}', 'Kept', 0, '2026-01-06T08:00:00.000000000Z', 'system');
  `);
  old.close();
}

it('a database from before there were lists opens, keeps its records and takes lists', async () => {
  writeOldDatabase();
  const client = await startTestClient({ data });
  const record = await client.ask('GET', '/v2/objects/deals/records/891dcbfc-9141-415d-9b2a-2238a6cc012d');
  expect(record.body).toMatchObject({ data: { values: { name: [{ value: 'Kept' }] } } });
  // A list may be called like an object.
  const list = { name: 'Deals', api_slug: 'deals', parent_object: 'deals', workspace_access: 'full-access' };
  const made = await client.ask('POST', '/v2/lists', { data: { ...list, workspace_member_access: [] } });
  expect(made.body).toMatchObject({ data: { api_slug: 'deals', parent_object: ['deals'] } });
  await client.close();

  const store = new Store(data);
  expect(store.all('PRAGMA foreign_key_check')).toEqual([]);
  expect(store.all('PRAGMA foreign_key_list(attributes)')).toMatchObject([{ table: 'collections' }]);
  expect(store.all('PRAGMA foreign_key_list(records)')).toMatchObject([{ table: 'records' }, { table: 'collections' }]);
  store.close();
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, expect, it } from 'vitest';
import { startTestClient } from '../test-client.ts';
import { migrations } from './migrations.ts';
import { DATABASE, Store } from './store.ts';

const directories: string[] = [];
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

// The steps before notes, lists and the index of search.
const OLD = 3;
const RECORD = '9d6ff0f5-0000-4000-a000-000000000005';

/** A directory with a database as an old version left it: one object with one attribute, record and value. */
function oldDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'sandbox-'));
  directories.push(directory);
  const old = new Database(join(directory, DATABASE));
  for (const step of migrations.slice(0, OLD)) old.exec(step);
  const at = "'2025-01-01T00:00:00.000000000Z'";
  old.exec(`
    PRAGMA user_version = ${OLD};
    INSERT INTO workspace VALUES ('9d6ff0f5-0000-4000-a000-000000000001', 'Old', 'old', ${at});
    INSERT INTO members VALUES ('9d6ff0f5-0000-4000-a000-000000000002', 'Ana', 'K', 'ana@old.com', 'admin', ${at});
    INSERT INTO objects VALUES (1, '9d6ff0f5-0000-4000-a000-000000000003', 'companies', 'Company', 'Companies', 1, ${at});
    INSERT INTO attributes (key, attribute_id, object_key, api_slug, title, type, is_system, is_writable, is_required,
      is_unique, is_multiselect, created_at)
      VALUES (1, '9d6ff0f5-0000-4000-a000-000000000004', 1, 'name', 'Name', 'text', 1, 1, 0, 0, 0, ${at});
    INSERT INTO records VALUES (1, '${RECORD}', 1, ${at}, 'system', NULL);
    INSERT INTO attribute_values (record_key, attribute_key, position, fields, folded, match_key, is_unique, active_from,
      actor_type)
      VALUES (1, 1, 0, '{"value":"ÉCLAIRAGE Nord"}', '{"value":"éclairage nord"}', 'ÉCLAIRAGE Nord', 0, ${at}, 'system');
  `);
  old.close();
  return directory;
}

it('a database from before there were lists opens, keeps its records and takes lists', async () => {
  const data = oldDirectory();
  const client = await startTestClient({ data });
  const record = await client.ask('GET', `/v2/objects/companies/records/${RECORD}`);
  expect(record.body).toMatchObject({ data: { values: { name: [{ value: 'ÉCLAIRAGE Nord' }] } } });
  // A list may be called like an object.
  const list = { name: 'Companies', api_slug: 'companies', parent_object: 'companies', workspace_access: 'full-access' };
  const made = await client.ask('POST', '/v2/lists', { data: { ...list, workspace_member_access: [] } });
  expect(made.body).toMatchObject({ data: { api_slug: 'companies', parent_object: ['companies'] } });
  await client.close();

  const store = new Store(data);
  expect(store.all('PRAGMA foreign_key_check')).toEqual([]);
  expect(store.all('PRAGMA foreign_key_list(attributes)')).toMatchObject([{ table: 'collections' }]);
  expect(store.all('PRAGMA foreign_key_list(records)')).toMatchObject([{ table: 'records' }, { table: 'collections' }]);
  store.close();
});

it('what an older file holds can be searched, filtered and deleted after the update', async () => {
  const client = await startTestClient({ data: oldDirectory() });
  const query = async (filter: unknown) => (await client.ask('POST', '/v2/objects/companies/records/query', { filter })).body;
  const search = { query: 'eclairgae', objects: ['companies'], request_as: { type: 'workspace' } };
  const one = { data: [{ id: { record_id: RECORD } }] };
  expect((await client.ask('POST', '/v2/objects/records/search', search)).body).toMatchObject(one);
  expect(await query({ name: { $starts_with: 'éclair' } })).toMatchObject(one);
  expect(await query({ name: { $contains: 'NORD' } })).toMatchObject(one);
  await client.ask('DELETE', `/v2/objects/companies/records/${RECORD}`);
  expect(await query({})).toEqual({ data: [] });
  expect((await client.ask('POST', '/v2/objects/records/search', search)).body).toEqual({ data: [] });
  await client.close();
});

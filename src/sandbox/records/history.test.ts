import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Store } from '../storage/store.ts';
import { startTestClient } from '../test-client.ts';

const data = mkdtempSync(join(tmpdir(), 'sandbox-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

it('an overwritten value stays as history, with the moment it ended', async () => {
  const client = await startTestClient({ data, seed: 'empty' });
  const values = { name: 'First', stage: 'Lead', owner: 'ana@northwind.com' };
  const { body } = await client.ask('POST', '/v2/objects/deals/records', { data: { values } });
  const id = (body as { data: { id: { record_id: string } } }).data.id.record_id;
  await client.ask('PATCH', `/v2/objects/deals/records/${id}`, { data: { values: { name: 'Second' } } });
  await client.ask('PATCH', `/v2/objects/deals/records/${id}`, { data: { values: { name: 'Second', value: 1 } } });
  await client.close();

  const store = new Store(data);
  const sql = `SELECT json_extract(v.fields, '$.value') AS name, v.active_from, v.active_until
    FROM attribute_values v JOIN attributes a ON a.key = v.attribute_key WHERE a.api_slug = 'name' ORDER BY v.key`;
  const rows = store.all<{ name: string; active_from: string; active_until: string | null }>(sql);
  store.close();
  expect(rows.map(({ name }) => name)).toEqual(['First', 'Second']);
  expect(rows[0]?.active_until).toBe(rows[1]?.active_from);
  expect(rows[1]?.active_until).toBeNull();
});

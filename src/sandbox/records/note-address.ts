import type { Sandbox } from '../sandbox.ts';
import type { StoredRecord } from './stored-record.ts';
import type { WrittenValues } from './written-values.ts';

// As long as it took in one recording of the real service.
const MOMENT_MS = 240;

/**
 * Notes a person who was given an address and no company: a moment later the system links them to the company of their
 * domain (docs.attio.com/docs/standard-objects/standard-objects-people). See `linkCompanies`.
 */
export function noteAddress({ store, schema }: Sandbox, record: StoredRecord, written: WrittenValues): void {
  const object = schema.objectByKey(record.objectKey);
  const addresses = schema.attribute(object, 'email_addresses');
  const company = schema.attribute(object, 'company');
  if (object.slug !== 'people' || !addresses || !company) return;
  if (!written.get(addresses)?.length || written.get(company)?.length) return;
  const sql = 'INSERT OR REPLACE INTO company_links_pending (record_key, due_at) VALUES (?, ?)';
  store.run(sql, record.key, Date.now() + MOMENT_MS);
}

import type { Sandbox } from '../sandbox.ts';
import type { StoredRecord } from './stored-record.ts';

/** Deletes a record for good: its values, their history and every reference to it that still holds. */
export function deleteRecord({ store, search }: Sandbox, record: StoredRecord): void {
  store.transaction(() => {
    store.run(
      `DELETE FROM attribute_values WHERE match_key = ? AND active_until IS NULL
        AND attribute_key IN (SELECT key FROM attributes WHERE type = 'record-reference')`,
      record.id,
    );
    store.run('DELETE FROM attribute_values WHERE record_key = ?', record.key);
    store.run('DELETE FROM records WHERE key = ?', record.key);
    search.forget(record);
  });
}

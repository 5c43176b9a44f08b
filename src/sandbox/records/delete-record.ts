import type { Sandbox } from '../sandbox.ts';
import { entriesOf } from './entries-of.ts';
import type { StoredRecord } from './stored-record.ts';
import type { Write } from './stored-value.ts';
import { tell } from './tell.ts';

/** Deletes a record for good: its entries, its values, their history and every reference to it that still holds. */
export function deleteRecord(sandbox: Sandbox, record: StoredRecord, write: Write): void {
  const { store, search } = sandbox;
  store.transaction(() => {
    for (const entry of entriesOf(store, record)) deleteRecord(sandbox, entry, write);
    store.run(
      `DELETE FROM attribute_values WHERE match_key = ? AND active_until IS NULL
        AND attribute_key IN (SELECT key FROM attributes WHERE type = 'record-reference')`,
      record.id,
    );
    store.run('DELETE FROM attribute_values WHERE record_key = ?', record.key);
    store.run('DELETE FROM records WHERE key = ?', record.key);
    search.forget(record);
    tell(sandbox, record, 'deleted', write.actor);
  });
}

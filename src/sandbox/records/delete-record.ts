import type { Sandbox } from '../sandbox.ts';
import { recordIdOf } from './record-id-of.ts';
import type { StoredRecord } from './stored-record.ts';
import type { Write } from './stored-value.ts';

/** Deletes a record for good: its values, their history and every reference to it that still holds. */
export function deleteRecord(sandbox: Sandbox, record: StoredRecord, { actor }: Write): void {
  const { store, search, events } = sandbox;
  store.transaction(() => {
    store.run(
      `DELETE FROM attribute_values WHERE match_key = ? AND active_until IS NULL
        AND attribute_key IN (SELECT key FROM attributes WHERE type = 'record-reference')`,
      record.id,
    );
    store.run('DELETE FROM attribute_values WHERE record_key = ?', record.key);
    store.run('DELETE FROM records WHERE key = ?', record.key);
    search.forget(record);
    events.tell({ event_type: 'record.deleted', id: recordIdOf(sandbox, record), actor });
  });
}

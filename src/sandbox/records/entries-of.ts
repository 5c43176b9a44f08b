import type { Store } from '../storage/store.ts';
import { type RecordRow, recordFromRow, type StoredRecord } from './stored-record.ts';

/** The entries of a record in whatever list, newest first (assumed). */
export function entriesOf(store: Store, record: StoredRecord): StoredRecord[] {
  return store.all<RecordRow>('SELECT * FROM records WHERE parent_key = ? ORDER BY key DESC', record.key).map(recordFromRow);
}

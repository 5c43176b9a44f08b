import type { Sandbox } from '../sandbox.ts';
import { noteAddress } from './note-address.ts';
import type { StoredRecord } from './stored-record.ts';
import type { WrittenValues } from './written-values.ts';

/** Tells the search, and whoever links people to companies, of a new or changed record. Neither cares for entries. */
export function noteChange(sandbox: Sandbox, record: StoredRecord, written: WrittenValues): void {
  if (record.parentKey !== null) return;
  sandbox.search.noteChange(record);
  noteAddress(sandbox, record, written);
}

import { refusals } from '../errors/refusals.ts';
import type { Sandbox } from '../sandbox.ts';
import type { WorkspaceList } from '../workspace/workspace-list.ts';
import { changeRecord } from './change-record.ts';
import { createRecord } from './create-record.ts';
import { entriesOf } from './entries-of.ts';
import type { StoredRecord } from './stored-record.ts';
import type { Write } from './stored-value.ts';
import type { WrittenValues } from './written-values.ts';

/**
 * Changes the one entry a record has in a list, or makes it
 * (docs.attio.com/rest-api/endpoint-reference/entries/assert-a-list-entry-by-parent). Multiselects become what was sent.
 */
export function assertEntry(
  sandbox: Sandbox,
  list: WorkspaceList,
  parent: StoredRecord,
  written: WrittenValues,
  write: Write,
): StoredRecord {
  return sandbox.store.transaction(() => {
    const [entry, ...others] = entriesOf(sandbox.store, parent).filter(({ objectKey }) => objectKey === list.key);
    if (others.length > 0) throw refusals.severalEntries();
    if (!entry) return createRecord(sandbox, list, written, write, { parent });
    changeRecord(sandbox, entry, written, write, () => false);
    return entry;
  });
}

import type { Sandbox } from '../sandbox.ts';
import type { Collection } from '../workspace/collection.ts';
import { changeRecord } from './change-record.ts';
import type { StoredRecord } from './stored-record.ts';
import type { Write } from './stored-value.ts';
import { readWrittenValues } from './written-values.ts';

/**
 * Changes a record or an entry to what a request says of it, judged and written in one transaction. `adds` says whether
 * multiselect attributes gain values (PATCH) or become what was sent (PUT).
 */
export function changeValues(
  sandbox: Sandbox,
  collection: Collection,
  record: StoredRecord,
  values: Record<string, unknown>,
  write: Write,
  adds: boolean,
): void {
  sandbox.store.transaction(() => {
    changeRecord(sandbox, record, readWrittenValues(values, collection, sandbox), write, () => adds);
  });
}

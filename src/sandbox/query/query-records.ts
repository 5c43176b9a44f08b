import { type RecordRow, recordFromRow, recordsByKeys, type StoredRecord } from '../records/stored-record.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Collection } from '../workspace/collection.ts';
import { compileFilter } from './compile-filter.ts';
import { compileSorts, type Sort } from './compile-sorts.ts';
import { sortedByKey } from './sorted-by-key.ts';

/** What a query asks for, its shape already judged. */
export type RecordQuery = { filter: Record<string, unknown>; sorts: readonly Sort[]; limit: number; offset: number };

/** The records of an object that a query asks for, in its order. Always up to date, unlike search. */
export function queryRecords(sandbox: Sandbox, collection: Collection, query: RecordQuery): StoredRecord[] {
  const sorted = sortedByKey(sandbox, collection, query);
  if (sorted) return recordsByKeys(sandbox.store, sorted);
  const filter = compileFilter(query.filter, collection, sandbox);
  const order = compileSorts(query.sorts, collection, sandbox, Object.keys(query.filter).length > 0);
  const sql = `SELECT r.* FROM records r WHERE r.object_key = ? AND ${filter.sql} ORDER BY ${order.sql} LIMIT ? OFFSET ?`;
  const rows = sandbox.store.all<RecordRow>(
    sql,
    collection.key,
    ...filter.parameters,
    ...order.parameters,
    query.limit,
    query.offset,
  );
  return rows.map(recordFromRow);
}

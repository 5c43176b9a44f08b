import type { ApiError } from '../errors/api-error.ts';
import type { Store } from '../storage/store.ts';
import type { Collection } from '../workspace/collection.ts';
import { recordOf, type StoredRecord } from './stored-record.ts';

/** The record or entry with this id in this object or list, or the refusal of the place that names it. */
export function existingRecord(
  store: Store,
  collection: Collection,
  id: string,
  refusal: (id: string) => ApiError,
): StoredRecord {
  const record = recordOf(store, collection, id);
  if (!record) throw refusal(id);
  return record;
}

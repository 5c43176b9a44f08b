import { isSystemValue } from '../records/system-value.ts';
import type { Sandbox } from '../sandbox.ts';
import { foldedKey } from '../values/folded-key.ts';
import { valueTypes } from '../values/registry.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { Collection } from '../workspace/collection.ts';
import type { RecordQuery } from './query-records.ts';
import { BY_FOLDED_KEY } from './value-source.ts';

/**
 * The keys of the records for a query that only sorts all records of an object or list by one text, read from the index in its
 * order rather than by sorting everything; undefined for other queries. Long texts are sorted by their beginnings.
 */
export function sortedByKey(sandbox: Sandbox, collection: Collection, query: RecordQuery): number[] | undefined {
  const attribute = sortedAttribute(sandbox, collection, query);
  if (!attribute) return undefined;
  const { store } = sandbox;
  const { limit, offset } = query;
  const values = `${BY_FOLDED_KEY} AND v.attribute_key = ? AND v.active_until IS NULL`;
  const direction = query.sorts[0]?.direction === 'asc' ? 'ASC' : 'DESC';
  const filled = store.all<{ key: number }>(
    `SELECT v.record_key AS key FROM ${values} ORDER BY v.folded_key ${direction}, v.record_key DESC LIMIT ? OFFSET ?`,
    attribute.key,
    limit,
    offset,
  );
  if (filled.length === limit) return filled.map((row) => row.key);

  // Records without a value come last, newest first.
  const count = store.get<{ count: number }>(`SELECT count(*) AS count FROM ${values}`, attribute.key)?.count ?? 0;
  const empty = store.all<{ key: number }>(
    `SELECT r.key FROM records r WHERE r.object_key = ? AND r.key NOT IN (SELECT v.record_key FROM ${values})
      ORDER BY r.key DESC LIMIT ? OFFSET ?`,
    collection.key,
    attribute.key,
    limit - filled.length,
    Math.max(0, offset - count),
  );
  return [...filled, ...empty].map((row) => row.key);
}

/** The attribute sorted by, if the order of its values' keys is what is asked for. */
function sortedAttribute({ schema }: Sandbox, collection: Collection, query: RecordQuery): Attribute | undefined {
  const [sort, ...others] = query.sorts;
  if (!sort || others.length > 0 || sort.attribute === undefined || Object.keys(query.filter).length > 0) return undefined;
  const attribute = schema.attribute(collection, sort.attribute);
  // Of several values the first one counts, which the index does not know.
  if (!attribute || isSystemValue(attribute) || attribute.isMultiselect) return undefined;
  if (foldedKey(attribute.type, '', {}) === null) return undefined;
  const { fields, main } = valueTypes[attribute.type].filter;
  const field = sort.field ?? main;
  return field !== undefined && field === main && fields[field]?.keyed ? attribute : undefined;
}

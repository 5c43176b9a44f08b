import { filterRefusals } from '../errors/filter-refusals.ts';
import { BodyReader } from '../http/body-reader.ts';
import type { Sort } from '../query/compile-sorts.ts';
import type { RecordQuery } from '../query/query-records.ts';

// The default is documented, that it is also the most one may ask for is assumed.
const MAX_LIMIT = 500;

/** Reads the body of a query for records or entries; none at all asks for everything. */
export function queryBody(body: unknown = {}): RecordQuery {
  const reader = new BodyReader();
  const root = reader.object(body, []);
  const filter = root.filter === undefined ? {} : reader.object(root.filter, ['filter']);
  const sorts = root.sorts === undefined ? [] : reader.array(root.sorts, ['sorts']);
  const limit = reader.integer(root.limit, ['limit'], { min: 1, max: MAX_LIMIT, fallback: MAX_LIMIT });
  const offset = reader.integer(root.offset, ['offset'], { min: 0, max: Number.MAX_SAFE_INTEGER, fallback: 0 });
  const read = sorts.map((sort, index) => sortOf(reader, sort, index));
  reader.finish();
  // Saved views belong to Attio's interface; the sandbox has none to name.
  if (root.filter_view_id !== undefined) throw filterRefusals.invalid('There is no saved view with this ID.');
  return { filter, sorts: read, limit, offset };
}

function sortOf(reader: BodyReader, written: unknown, index: number): Sort {
  const sort = reader.object(written, ['sorts', index]);
  const { direction, attribute, path, field } = sort;
  if (direction !== 'asc' && direction !== 'desc') reader.invalid(['sorts', index, 'direction']);
  if ((attribute === undefined) === (path === undefined)) reader.invalid(['sorts', index]);
  return {
    direction: direction === 'asc' ? 'asc' : 'desc',
    path,
    ...(attribute === undefined ? {} : { attribute: reader.string(attribute, ['sorts', index, 'attribute']) }),
    ...(field === undefined ? {} : { field: reader.string(field, ['sorts', index, 'field']) }),
  };
}

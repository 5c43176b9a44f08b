import type { FastifyInstance } from 'fastify';
import { filterRefusals } from '../errors/filter-refusals.ts';
import { refusals } from '../errors/refusals.ts';
import { readRecords } from '../http/api-scope.ts';
import { BodyReader } from '../http/body-reader.ts';
import { pathParameter } from '../http/path-parameters.ts';
import type { Sort } from '../query/compile-sorts.ts';
import { queryRecords, type RecordQuery } from '../query/query-records.ts';
import { presentRecords } from '../records/present-record.ts';
import type { Sandbox } from '../sandbox.ts';

// The default is documented, that it is also the most one may ask for is assumed.
const MAX_LIMIT = 500;

/** `POST /v2/objects/{object}/records/query` (docs.attio.com/rest-api/endpoint-reference/records/list-records). */
export function registerQueryRoute(api: FastifyInstance, sandbox: Sandbox): void {
  api.post('/objects/:object/records/query', { config: { scopes: readRecords } }, async (request, reply) => {
    const query = queryOf(request.body ?? {});
    const object = sandbox.schema.object(pathParameter(request, 'object'));
    if (!object) throw refusals.queriedObjectNotFound();
    if (!object.isEnabled) throw refusals.objectDisabled(object.id);
    const records = queryRecords(sandbox, object, query);
    // Small queries score nothing (seen in recordings); how the real score is reckoned is not published.
    reply.header('x-attio-record-query-score', '0');
    return { data: presentRecords(sandbox, object, records) };
  });
}

function queryOf(body: unknown): RecordQuery {
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

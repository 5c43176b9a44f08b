import type { FastifyInstance } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { readEntries, readRecords } from '../http/api-scope.ts';
import { listParameter, pathParameter } from '../http/path-parameters.ts';
import { queryRecords } from '../query/query-records.ts';
import { presentEntries } from '../records/present-entry.ts';
import { presentRecords } from '../records/present-record.ts';
import type { Sandbox } from '../sandbox.ts';
import { queryBody } from './query-body.ts';

// Small queries score nothing (seen in recordings); how the real score is reckoned is not published.
const SCORE = { 'x-attio-record-query-score': '0' };

/**
 * `POST /v2/objects/{object}/records/query` (docs.attio.com/rest-api/endpoint-reference/records/list-records) and
 * `POST /v2/lists/{list}/entries/query` (docs.attio.com/rest-api/endpoint-reference/entries/list-entries).
 */
export function registerQueryRoutes(api: FastifyInstance, sandbox: Sandbox): void {
  const { schema } = sandbox;

  api.post('/objects/:object/records/query', { config: { scopes: readRecords } }, async (request, reply) => {
    const query = queryBody(request.body);
    const object = schema.object(pathParameter(request, 'object'));
    if (!object) throw refusals.queriedObjectNotFound();
    if (!object.isEnabled) throw refusals.objectDisabled(object.id);
    const records = queryRecords(sandbox, object, query);
    reply.headers(SCORE);
    return { data: presentRecords(sandbox, object, records) };
  });

  api.post('/lists/:list/entries/query', { config: { scopes: readEntries } }, async (request, reply) => {
    const query = queryBody(request.body);
    const list = listParameter(request, schema);
    const entries = queryRecords(sandbox, list, query);
    reply.headers(SCORE);
    return { data: presentEntries(sandbox, list, entries) };
  });
}

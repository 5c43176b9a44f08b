import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { readEntries, readRecords } from '../http/api-scope.ts';
import { attributeParameter } from '../http/path-parameters.ts';
import { booleanParameter, pageParameters } from '../http/query-parameters.ts';
import { lacksHistory } from '../records/lacks-history.ts';
import { presentValues } from '../records/present-values.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { activeValues, valuesEver } from '../records/stored-value.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Collection } from '../workspace/collection.ts';
import { addressedEntry } from './addressed-entry.ts';
import { addressedRecord } from './addressed-record.ts';

/** The values of one attribute, past ones too (docs.attio.com/rest-api/endpoint-reference, of records and of entries). */
export function registerValueRoutes(api: FastifyInstance, sandbox: Sandbox): void {
  api.get(
    '/objects/:object/records/:record_id/attributes/:attribute/values',
    { config: { scopes: readRecords } },
    async (request) => {
      const { object, record } = addressedRecord(request, sandbox);
      return answer(request, object, record);
    },
  );
  api.get('/lists/:list/entries/:entry_id/attributes/:attribute/values', { config: { scopes: readEntries } }, async (request) => {
    const { list, entry } = addressedEntry(request, sandbox);
    return answer(request, list, entry);
  });

  function answer(request: FastifyRequest, collection: Collection, record: StoredRecord): unknown {
    const { store, schema } = sandbox;
    const showHistoric = booleanParameter(request, 'show_historic');
    const { limit, offset } = pageParameters(request);
    const attribute = attributeParameter(request, schema, collection);
    const lack = showHistoric ? lacksHistory(attribute, collection) : undefined;
    if (lack) throw lack === 'comint' ? refusals.noHistoryOfComint() : refusals.noHistoryOfEnriched();
    const held = (showHistoric ? valuesEver : activeValues)(store, record.key, attribute);
    return { data: presentValues(sandbox, record, attribute, held).slice(offset, offset + limit) };
  }
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { readRecords } from '../http/api-scope.ts';
import { attributeParameter } from '../http/path-parameters.ts';
import { booleanParameter, pageParameters } from '../http/query-parameters.ts';
import { lacksHistory } from '../records/lacks-history.ts';
import { presentValues } from '../records/present-values.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { activeValues, valuesEver } from '../records/stored-value.ts';
import type { Sandbox } from '../sandbox.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import { addressedRecord } from './addressed-record.ts';

/** The values of one attribute, past ones too (docs.attio.com/rest-api/endpoint-reference/records/list-record-attribute-values). */
export function registerValueRoutes(api: FastifyInstance, sandbox: Sandbox): void {
  const path = '/objects/:object/records/:record_id/attributes/:attribute/values';
  api.get(path, { config: { scopes: readRecords } }, async (request) => {
    const { object, record } = addressedRecord(request, sandbox);
    return answer(request, object, record);
  });

  function answer(request: FastifyRequest, object: WorkspaceObject, record: StoredRecord): unknown {
    const { store, schema } = sandbox;
    const showHistoric = booleanParameter(request, 'show_historic');
    const { limit, offset } = pageParameters(request);
    const attribute = attributeParameter(request, schema, object);
    const lack = showHistoric ? lacksHistory(attribute, object) : undefined;
    if (lack) throw lack === 'comint' ? refusals.noHistoryOfComint() : refusals.noHistoryOfEnriched();
    const held = (showHistoric ? valuesEver : activeValues)(store, record.key, attribute);
    return { data: presentValues(sandbox, record, attribute, held).slice(offset, offset + limit) };
  }
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { readRecords, writeRecords } from '../http/api-scope.ts';
import { writeOf } from '../http/caller.ts';
import { objectParameter, uuidParameter } from '../http/path-parameters.ts';
import { requiredParameter } from '../http/query-parameters.ts';
import { assertRecord } from '../records/assert-record.ts';
import { changeValues } from '../records/change-values.ts';
import { createRecord } from '../records/create-record.ts';
import { deleteRecord } from '../records/delete-record.ts';
import { presentRecords } from '../records/present-record.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { readWrittenValues } from '../records/written-values.ts';
import type { Sandbox } from '../sandbox.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import { addressedRecord } from './addressed-record.ts';
import { recordBody } from './record-body.ts';

/** The records of any object (docs.attio.com/rest-api/endpoint-reference/records). Creating answers 200, as seen in recordings. */
export function registerRecordRoutes(api: FastifyInstance, sandbox: Sandbox): void {
  const { schema, store } = sandbox;
  const writing = { config: { scopes: writeRecords, writes: true } };

  api.post('/objects/:object/records', writing, async (request) => {
    const values = recordBody(request.body);
    const object = objectParameter(request, schema);
    const record = store.transaction(() => {
      const written = readWrittenValues(values, object, sandbox);
      return createRecord(sandbox, object, written, writeOf(request, sandbox));
    });
    return answer(object, record);
  });

  api.put('/objects/:object/records', writing, async (request) => {
    const key = requiredParameter(request, 'matching_attribute');
    const values = recordBody(request.body);
    const object = objectParameter(request, schema);
    const matching = schema.attribute(object, key);
    if (!matching) throw refusals.unknownMatchingAttribute(key);
    if (!matching.isUnique) throw refusals.matchingAttributeNotUnique();
    const record = store.transaction(() => {
      const written = readWrittenValues(values, object, sandbox);
      return assertRecord(sandbox, object, matching, written, writeOf(request, sandbox));
    });
    return answer(object, record);
  });

  api.get('/objects/:object/records/:record_id', { config: { scopes: readRecords } }, async (request) => {
    const { object, record } = addressedRecord(request, sandbox);
    return answer(object, record);
  });

  api.patch('/objects/:object/records/:record_id', writing, async (request) => change(request, true));
  api.put('/objects/:object/records/:record_id', writing, async (request) => change(request, false));

  api.delete('/objects/:object/records/:record_id', writing, async (request) => {
    deleteRecord(sandbox, addressedRecord(request, sandbox).record, writeOf(request, sandbox));
    return {};
  });

  /** PATCH adds to multiselect attributes, PUT replaces them. */
  function change(request: FastifyRequest, adds: boolean): unknown {
    uuidParameter(request, 'record_id');
    const values = recordBody(request.body);
    const { object, record } = addressedRecord(request, sandbox);
    changeValues(sandbox, object, record, values, writeOf(request, sandbox), adds);
    return answer(object, record);
  }

  function answer(object: WorkspaceObject, record: StoredRecord): unknown {
    return { data: presentRecords(sandbox, object, [record])[0] };
  }
}

import type { FastifyRequest } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { objectParameter, uuidParameter } from '../http/path-parameters.ts';
import { existingRecord } from '../records/existing-record.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import type { Sandbox } from '../sandbox.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';

/** The record a path names with its object, or one of the 404s. */
export function addressedRecord(
  request: FastifyRequest,
  { schema, store }: Sandbox,
): { object: WorkspaceObject; record: StoredRecord } {
  const id = uuidParameter(request, 'record_id');
  const object = objectParameter(request, schema);
  return { object, record: existingRecord(store, object, id, refusals.recordNotFound) };
}

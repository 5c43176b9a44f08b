import type { FastifyRequest } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { listParameter, uuidParameter } from '../http/path-parameters.ts';
import { existingRecord } from '../records/existing-record.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import type { Sandbox } from '../sandbox.ts';
import type { WorkspaceList } from '../workspace/workspace-list.ts';

/** The entry a path names with its list, or one of the 404s. */
export function addressedEntry(
  request: FastifyRequest,
  { schema, store }: Sandbox,
): { list: WorkspaceList; entry: StoredRecord } {
  const id = uuidParameter(request, 'entry_id');
  const list = listParameter(request, schema);
  return { list, entry: existingRecord(store, list, id, refusals.entryNotFound) };
}

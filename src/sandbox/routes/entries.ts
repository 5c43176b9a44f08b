import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { readEntries, readEntriesOfRecord, writeEntries } from '../http/api-scope.ts';
import { writeOf } from '../http/caller.ts';
import { listParameter, uuidParameter } from '../http/path-parameters.ts';
import { pageParameters } from '../http/query-parameters.ts';
import { assertEntry } from '../records/assert-entry.ts';
import { changeValues } from '../records/change-values.ts';
import { createRecord } from '../records/create-record.ts';
import { deleteRecord } from '../records/delete-record.ts';
import { entriesOf } from '../records/entries-of.ts';
import { existingRecord } from '../records/existing-record.ts';
import { presentEntries } from '../records/present-entry.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import type { Write } from '../records/stored-value.ts';
import { readWrittenValues, type WrittenValues } from '../records/written-values.ts';
import type { Sandbox } from '../sandbox.ts';
import type { WorkspaceList } from '../workspace/workspace-list.ts';
import { addressedEntry } from './addressed-entry.ts';
import { addressedRecord } from './addressed-record.ts';
import { changedEntryBody, type EntryBody, entryBody } from './entry-body.ts';

const PATH = '/lists/:list/entries';
const ENTRY = `${PATH}/:entry_id`;

/** The entries of any list (docs.attio.com/rest-api/endpoint-reference/entries). */
export function registerEntryRoutes(api: FastifyInstance, sandbox: Sandbox): void {
  const { schema, store } = sandbox;
  const writing = { config: { scopes: writeEntries, writes: true } };

  api.post(PATH, writing, async (request) =>
    place(request, refusals.listToAddToNotFound, (list, parent, written, write) =>
      createRecord(sandbox, list, written, write, { parent }),
    ),
  );
  api.put(PATH, writing, async (request) =>
    place(request, refusals.listToAssertInNotFound, (list, parent, written, write) =>
      assertEntry(sandbox, list, parent, written, write),
    ),
  );

  api.get(ENTRY, { config: { scopes: readEntries } }, async (request) => {
    const { list, entry } = addressedEntry(request, sandbox);
    return answer(list, entry);
  });

  api.patch(ENTRY, writing, async (request) => change(request, true));
  api.put(ENTRY, writing, async (request) => change(request, false));

  api.delete(ENTRY, writing, async (request) => {
    deleteRecord(sandbox, addressedEntry(request, sandbox).entry, writeOf(request, sandbox));
    return {};
  });

  api.get('/objects/:object/records/:record_id/entries', { config: { scopes: readEntriesOfRecord } }, async (request) => {
    const { limit, offset } = pageParameters(request, { fallback: 100, max: 1000 });
    const { record } = addressedRecord(request, sandbox);
    const entries = entriesOf(store, record).slice(offset, offset + limit);
    return { data: entries.map((entry) => presentMembership(sandbox, entry)) };
  });

  /** Puts a record into a list, each in its way; the operations differ in the words for a list that is not there. */
  function place(
    request: FastifyRequest,
    refusal: typeof refusals.listNotFound,
    put: (list: WorkspaceList, parent: StoredRecord, written: WrittenValues, write: Write) => StoredRecord,
  ): unknown {
    const body = entryBody(request.body);
    const list = listParameter(request, schema, { refusal });
    const entry = store.transaction(() => {
      const parent = parentOf(list, body);
      return put(list, parent, readWrittenValues(body.values, list, sandbox), writeOf(request, sandbox));
    });
    return answer(list, entry);
  }

  /** PATCH adds to multiselect attributes, PUT replaces them. */
  function change(request: FastifyRequest, adds: boolean): unknown {
    uuidParameter(request, 'entry_id');
    const values = changedEntryBody(request.body);
    const { list, entry } = addressedEntry(request, sandbox);
    changeValues(sandbox, list, entry, values, writeOf(request, sandbox), adds);
    return answer(list, entry);
  }

  function parentOf(list: WorkspaceList, { parentObject, parentRecordId }: EntryBody): StoredRecord {
    const object = schema.object(parentObject);
    if (!object) throw refusals.searchedObjectNotFound(parentObject);
    if (object.key !== list.parentKey) throw refusals.otherParentObject(object.slug);
    if (!object.isEnabled) throw refusals.objectDisabled(object.id);
    return existingRecord(store, object, parentRecordId, refusals.parentRecordNotFound);
  }

  function answer(list: WorkspaceList, entry: StoredRecord): unknown {
    return { data: presentEntries(sandbox, list, [entry])[0] };
  }
}

/** An entry as its record tells of it. */
function presentMembership({ schema }: Sandbox, entry: StoredRecord): unknown {
  const list = schema.listByKey(entry.objectKey);
  return { list_id: list.id, list_api_slug: list.slug, entry_id: entry.id, created_at: entry.createdAt };
}

import { refusals } from '../errors/refusals.ts';
import type { Sandbox } from '../sandbox.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import { withDefaults } from './default-values.ts';
import { addFirstValues } from './hold-values.ts';
import { insertRecord } from './insert-record.ts';
import { newRecordId } from './new-record-id.ts';
import { noteAddress } from './note-address.ts';
import { refuseConflicts } from './refuse-conflicts.ts';
import type { StoredRecord } from './stored-record.ts';
import type { Write } from './stored-value.ts';
import type { WrittenValues } from './written-values.ts';

/** Makes a record, or throws and makes nothing. `id` is for the seed alone, whose ids do not change. */
export function createRecord(
  sandbox: Sandbox,
  object: WorkspaceObject,
  written: WrittenValues,
  write: Write,
  id = newRecordId(object),
): StoredRecord {
  const { store, schema } = sandbox;
  return store.transaction(() => {
    const values = withDefaults(sandbox, object, written, write);
    for (const attribute of schema.attributes(object)) {
      if (attribute.isRequired && !attribute.isArchived && !values.get(attribute)?.length) throw refusals.missingValue(attribute);
    }
    refuseConflicts(sandbox, values);
    const record = insertRecord(store, object, id, write);
    for (const [attribute, fields] of values) addFirstValues(sandbox, record, attribute, fields, write);
    sandbox.search.noteChange(record);
    noteAddress(sandbox, record, values);
    return record;
  });
}

import { refusals } from '../errors/refusals.ts';
import type { Sandbox } from '../sandbox.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import { withDefaults } from './default-values.ts';
import { addFirstValues } from './hold-values.ts';
import { newRecordId } from './new-record-id.ts';
import { noteAddress } from './note-address.ts';
import { recordIdOf } from './record-id-of.ts';
import { refuseConflicts } from './refuse-conflicts.ts';
import { recordById, type StoredRecord } from './stored-record.ts';
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
    store.run(
      'INSERT INTO records (record_id, object_key, created_at, actor_type, actor_id) VALUES (?, ?, ?, ?, ?)',
      id,
      object.key,
      write.at,
      write.actor.type,
      write.actor.id,
    );
    const record = recordById(store, id);
    if (!record) throw new Error('A record just made is missing');
    for (const [attribute, fields] of values) addFirstValues(sandbox, record, attribute, fields, write);
    sandbox.search.noteChange(record);
    noteAddress(sandbox, record, values);
    sandbox.events.tell({ event_type: 'record.created', id: recordIdOf(sandbox, record), actor: write.actor });
    return record;
  });
}

import { refusals } from '../errors/refusals.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Collection } from '../workspace/collection.ts';
import { withDefaults } from './default-values.ts';
import { addFirstValues } from './hold-values.ts';
import { insertRecord } from './insert-record.ts';
import { newRecordId } from './new-record-id.ts';
import { noteChange } from './note-change.ts';
import { refuseConflicts } from './refuse-conflicts.ts';
import type { StoredRecord } from './stored-record.ts';
import type { Write } from './stored-value.ts';
import { tell } from './tell.ts';
import type { WrittenValues } from './written-values.ts';

/**
 * Makes a record of an object, or an entry of a list, which needs a `parent`; or throws and makes nothing. `id` is for the
 * seed alone, whose ids do not change.
 */
export function createRecord(
  sandbox: Sandbox,
  collection: Collection,
  written: WrittenValues,
  write: Write,
  { id = newRecordId(collection, written), parent }: { id?: string; parent?: StoredRecord } = {},
): StoredRecord {
  const { store, schema } = sandbox;
  return store.transaction(() => {
    const values = withDefaults(sandbox, collection, written, write);
    for (const attribute of schema.attributes(collection)) {
      if (attribute.isRequired && !attribute.isArchived && !values.get(attribute)?.length) throw refusals.missingValue(attribute);
    }
    refuseConflicts(sandbox, values);
    const record = insertRecord(store, collection, id, write, parent);
    for (const [attribute, fields] of values) addFirstValues(sandbox, record, attribute, fields, write);
    noteChange(sandbox, record, values);
    tell(sandbox, record, 'created', write.actor);
    return record;
  });
}

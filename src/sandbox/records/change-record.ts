import { refusals } from '../errors/refusals.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Attribute } from '../workspace/attribute.ts';
import { prependValues, replaceValues } from './hold-values.ts';
import { noteChange } from './note-change.ts';
import { refuseConflicts } from './refuse-conflicts.ts';
import type { StoredRecord } from './stored-record.ts';
import type { Write } from './stored-value.ts';
import { tell } from './tell.ts';
import type { WrittenValues } from './written-values.ts';

/**
 * Changes the attributes a request names and leaves the others alone, or throws and changes nothing. `adds` says which
 * multiselect attributes gain values rather than being replaced: all of them in a PATCH, none in a PUT.
 */
export function changeRecord(
  sandbox: Sandbox,
  record: StoredRecord,
  written: WrittenValues,
  write: Write,
  adds: (attribute: Attribute) => boolean,
): void {
  sandbox.store.transaction(() => {
    for (const [attribute, fields] of written) {
      const isEmptied = fields.length === 0 && !(attribute.isMultiselect && adds(attribute));
      if (attribute.isRequired && isEmptied) throw refusals.missingValue(attribute);
    }
    refuseConflicts(sandbox, written, record.id);
    for (const [attribute, fields] of written) {
      const hold = attribute.isMultiselect && adds(attribute) ? prependValues : replaceValues;
      if (hold(sandbox, record, attribute, fields, write)) tell(sandbox, record, 'updated', write.actor, attribute);
    }
    noteChange(sandbox, record, written);
  });
}

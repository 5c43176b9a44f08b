import { refusals } from '../errors/refusals.ts';
import type { Sandbox } from '../sandbox.ts';
import { valueTypes } from '../values/registry.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import { changeRecord } from './change-record.ts';
import { createRecord } from './create-record.ts';
import { recordById, type StoredRecord } from './stored-record.ts';
import type { Write } from './stored-value.ts';
import type { WrittenValues } from './written-values.ts';

/**
 * Changes the record that holds the matching value, or makes one
 * (docs.attio.com/rest-api/endpoint-reference/records/assert-a-record). A multiselect matching attribute gains its new
 * values; every other multiselect becomes what was sent.
 */
export function assertRecord(
  sandbox: Sandbox,
  object: WorkspaceObject,
  matching: Attribute,
  written: WrittenValues,
  write: Write,
): StoredRecord {
  return sandbox.store.transaction(() => {
    const values = written.get(matching) ?? [];
    if (values.length === 0) throw refusals.missingValue(matching);
    const holders = new Set(values.flatMap((fields) => sandbox.recordsHolding(matching, valueTypes[matching.type].key(fields))));
    const [holder] = holders;
    if (holders.size > 1) throw refusals.severalMatches(matching);
    const record = holder === undefined ? undefined : recordById(sandbox.store, holder);
    if (!record) return createRecord(sandbox, object, written, write);
    changeRecord(sandbox, record, written, write, (attribute) => attribute === matching);
    return record;
  });
}

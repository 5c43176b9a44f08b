import type { Sandbox } from '../sandbox.ts';
import type { Fields } from '../values/value-type.ts';
import type { Attribute } from '../workspace/attribute.ts';
import { recordById, type StoredRecord } from './stored-record.ts';
import { activeValues, addValue, endValue, type Write } from './stored-value.ts';
import { tell } from './tell.ts';

// Relationship attributes are two-sided: what `deals.associated_people` gains, `people.associated_deals` gains too
// (docs.attio.com/docs/attribute-types/attribute-types-record-reference).

/** Writes the other side of a reference that `record` has just gained. */
export function mirrorReference(
  sandbox: Sandbox,
  record: StoredRecord,
  attribute: Attribute,
  fields: Fields,
  write: Write,
): void {
  const { store, schema } = sandbox;
  const mirror = schema.mirror(attribute);
  const target = recordById(store, String(fields.target_record_id));
  if (!mirror || !target) return;
  const held = activeValues(store, target.key, mirror);
  if (!mirror.isMultiselect) {
    // The other side holds one at most: whoever was there loses it, and loses its own side of it.
    for (const value of held) {
      endValue(store, value, write);
      const former = recordById(store, value.matchKey);
      if (former) endReference(sandbox, former, attribute, target.id, write);
    }
  }
  const position = mirror.isMultiselect ? Math.max(-1, ...held.map((value) => value.position)) + 1 : 0;
  const back = { target_object: schema.objectByKey(record.objectKey).slug, target_record_id: record.id };
  addValue(store, target.key, mirror, { position, matchKey: record.id, fields: back }, write);
  tell(sandbox, target, 'updated', write.actor, mirror);
}

/** Takes the other side away from a reference that `record` has just lost. */
export function unmirrorReference(
  sandbox: Sandbox,
  record: StoredRecord,
  attribute: Attribute,
  targetId: string,
  write: Write,
): void {
  const mirror = sandbox.schema.mirror(attribute);
  const target = recordById(sandbox.store, targetId);
  if (mirror && target) endReference(sandbox, target, mirror, record.id, write);
}

function endReference(sandbox: Sandbox, record: StoredRecord, attribute: Attribute, targetId: string, write: Write): void {
  const { store } = sandbox;
  const held = activeValues(store, record.key, attribute).filter((value) => value.matchKey === targetId);
  for (const value of held) endValue(store, value, write);
  if (held.length > 0) tell(sandbox, record, 'updated', write.actor, attribute);
}

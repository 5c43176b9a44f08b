import type { Sandbox } from '../sandbox.ts';
import type { Actor } from '../workspace/actor.ts';
import type { Attribute } from '../workspace/attribute.ts';
import { entryIdOf } from './entry-id-of.ts';
import { recordIdOf } from './record-id-of.ts';
import { recordByKey, type StoredRecord } from './stored-record.ts';

/**
 * Tells webhooks what happened to a record or an entry. An update names the attribute that holds something else now: there
 * is an event for each (docs.attio.com/rest-api/webhook-reference).
 */
export function tell(
  sandbox: Sandbox,
  record: StoredRecord,
  happened: 'created' | 'updated' | 'deleted',
  actor: Actor,
  attribute?: Attribute,
): void {
  const changed = attribute ? { attribute_id: attribute.id } : {};
  if (record.parentKey === null) {
    sandbox.events.tell({ event_type: `record.${happened}`, id: { ...recordIdOf(sandbox, record), ...changed }, actor });
    return;
  }
  const parent = recordIdOf(sandbox, recordByKey(sandbox.store, record.parentKey));
  sandbox.events.tell({
    event_type: `list-entry.${happened}`,
    id: { ...entryIdOf(sandbox, record), ...changed },
    parent_object_id: parent.object_id,
    parent_record_id: parent.record_id,
    actor,
  });
}

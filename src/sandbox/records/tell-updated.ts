import type { Sandbox } from '../sandbox.ts';
import type { Actor } from '../workspace/actor.ts';
import type { Attribute } from '../workspace/attribute.ts';
import { recordIdOf } from './record-id-of.ts';
import type { StoredRecord } from './stored-record.ts';

/** Tells webhooks that one attribute of a record holds something else now: an event for each attribute. */
export function tellUpdated(sandbox: Sandbox, record: StoredRecord, attribute: Attribute, actor: Actor): void {
  const id = { ...recordIdOf(sandbox, record), attribute_id: attribute.id };
  sandbox.events.tell({ event_type: 'record.updated', id, actor });
}

import type { Fields } from '../values/value-type.ts';
import type { Attribute } from '../workspace/attribute.ts';
import { PARENT_RECORD } from '../workspace/parent-record.ts';
import type { StoredRecord } from './stored-record.ts';

const ON_THE_RECORD = ['record_id', 'entry_id', 'created_at', 'created_by', PARENT_RECORD];

/** Whether an attribute's value is kept on the record itself rather than among the values. */
export function isSystemValue(attribute: Attribute): boolean {
  return attribute.isSystem && ON_THE_RECORD.includes(attribute.slug);
}

/** The three values every record and every entry has from birth. */
export function systemValue(record: StoredRecord, attribute: Attribute): Fields | undefined {
  if (!isSystemValue(attribute)) return undefined;
  if (attribute.slug === 'record_id' || attribute.slug === 'entry_id') return { value: record.id };
  if (attribute.slug === 'created_at') return { value: record.createdAt };
  return { referenced_actor_type: record.actor.type, referenced_actor_id: record.actor.id };
}

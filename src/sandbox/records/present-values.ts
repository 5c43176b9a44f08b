import type { Sandbox } from '../sandbox.ts';
import { valueTypes } from '../values/registry.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { StoredRecord } from './stored-record.ts';
import type { StoredValue } from './stored-value.ts';
import { systemValue } from './system-value.ts';

/** What an attribute of a record holds, as the API answers it: these stored values, or the one kept on the record itself. */
export function presentValues(
  sandbox: Sandbox,
  record: StoredRecord,
  attribute: Attribute,
  held: readonly StoredValue[],
): Record<string, unknown>[] {
  const fields = systemValue(record, attribute);
  if (fields) return [readForm(attribute, fields, { activeFrom: record.createdAt, activeUntil: null, actor: record.actor })];
  return held.map((value) => readForm(attribute, valueTypes[attribute.type].read(value.fields, attribute, sandbox), value));
}

function readForm(
  attribute: Attribute,
  fields: Record<string, unknown>,
  { activeFrom, activeUntil, actor }: Pick<StoredValue, 'activeFrom' | 'activeUntil' | 'actor'>,
): Record<string, unknown> {
  return {
    active_from: activeFrom,
    active_until: activeUntil,
    created_by_actor: { type: actor.type, id: actor.id },
    ...fields,
    attribute_type: attribute.type,
  };
}

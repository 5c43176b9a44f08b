import type { Sandbox } from '../sandbox.ts';
import { valueTypes } from '../values/registry.ts';
import type { Actor } from '../workspace/actor.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import { recordIdOf } from './record-id-of.ts';
import { recordPath } from './record-path.ts';
import type { StoredRecord } from './stored-record.ts';
import { activeValuesOf, type StoredValue } from './stored-value.ts';
import { systemValue } from './system-value.ts';

/** Records as the API answers them: every attribute in column order, `[]` when empty, each value in its read form. */
export function presentRecords(sandbox: Sandbox, object: WorkspaceObject, records: readonly StoredRecord[]): unknown[] {
  const keys = records.map((record) => record.key);
  const values = new Map<string, StoredValue[]>();
  for (const value of activeValuesOf(sandbox.store, keys)) {
    const place = `${value.recordKey}/${value.attributeKey}`;
    const list = values.get(place);
    if (list) list.push(value);
    else values.set(place, [value]);
  }
  const attributes = sandbox.schema.attributes(object).filter((attribute) => !attribute.isArchived);
  return records.map((record) => ({
    id: recordIdOf(sandbox, record),
    created_at: record.createdAt,
    web_url: sandbox.webBase() + recordPath(sandbox.workspace.slug, object, record.id),
    values: Object.fromEntries(
      attributes.map((attribute) => {
        const fields = systemValue(record, attribute);
        if (fields) return [attribute.slug, [readForm(attribute, fields, record.createdAt, record.actor)]];
        const held = values.get(`${record.key}/${attribute.key}`) ?? [];
        return [attribute.slug, held.map((value) => storedReadForm(sandbox, attribute, value))];
      }),
    ),
  }));
}

function storedReadForm(sandbox: Sandbox, attribute: Attribute, value: StoredValue): Record<string, unknown> {
  const fields = valueTypes[attribute.type].read(value.fields, attribute, sandbox);
  return readForm(attribute, fields, value.activeFrom, value.actor);
}

function readForm(
  attribute: Attribute,
  fields: Record<string, unknown>,
  activeFrom: string,
  actor: Actor,
): Record<string, unknown> {
  const created = { type: actor.type, id: actor.id };
  return { active_from: activeFrom, active_until: null, created_by_actor: created, ...fields, attribute_type: attribute.type };
}

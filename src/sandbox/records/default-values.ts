import type { Sandbox } from '../sandbox.ts';
import { isJsonObject } from '../values/written-form.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { Collection } from '../workspace/collection.ts';
import { laterBy } from './later-by.ts';
import type { Write } from './stored-value.ts';
import { readWrittenValues, type WrittenValues } from './written-values.ts';

/** Adds the default values of attributes a new record does not mention (docs.attio.com/docs/default-values). */
export function withDefaults(sandbox: Sandbox, collection: Collection, written: WrittenValues, write: Write): WrittenValues {
  const defaults: Record<string, unknown> = {};
  for (const attribute of sandbox.schema.attributes(collection)) {
    if (attribute.defaultValue === null || !attribute.isWritable || attribute.isArchived || written.has(attribute)) continue;
    const value = defaultOf(attribute, write);
    if (value !== undefined) defaults[attribute.slug] = value;
  }
  if (Object.keys(defaults).length === 0) return written;
  return new Map([...written, ...readWrittenValues(defaults, collection, sandbox)]);
}

function defaultOf(attribute: Attribute, write: Write): unknown {
  if (!isJsonObject(attribute.defaultValue)) return undefined;
  const { type, template } = attribute.defaultValue;
  if (type === 'static') return template;
  if (template === 'current-user') return currentUser(attribute, write);
  return typeof template === 'string' ? laterBy(write.at, template) : undefined;
}

function currentUser(attribute: Attribute, { actor }: Write): unknown {
  // A key or an app cannot be written into an actor reference, so only a member is filled in (assumed).
  if (actor.type !== 'workspace-member') return undefined;
  const value = { referenced_actor_type: actor.type, referenced_actor_id: actor.id };
  return attribute.isMultiselect ? [value] : value;
}

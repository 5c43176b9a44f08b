import type { Sandbox } from '../sandbox.ts';
import { isJsonObject } from '../values/written-form.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { Collection } from '../workspace/collection.ts';
import { laterBy } from './later-by.ts';
import type { Write } from './stored-value.ts';
import { readWrittenValues, type WrittenValues } from './written-values.ts';

/** Adds the default values of attributes a new record does not mention (docs.attio.com/docs/default-values). */
export function withDefaults(sandbox: Sandbox, collection: Collection, written: WrittenValues, write: Write): WrittenValues {
  const callers = callerValues(sandbox, collection, written, write);
  const defaults: Record<string, unknown> = {};
  for (const attribute of sandbox.schema.attributes(collection)) {
    if (attribute.defaultValue === null || !attribute.isWritable || attribute.isArchived || written.has(attribute)) continue;
    const value = defaultOf(attribute, write);
    if (value !== undefined) defaults[attribute.slug] = value;
  }
  return new Map([...written, ...callers, ...readWrittenValues(defaults, collection, sandbox)]);
}

/** The caller in the attributes that are to name them; a key may stand there, though it could not be written. */
function callerValues(sandbox: Sandbox, collection: Collection, written: WrittenValues, { actor }: Write): WrittenValues {
  // Of apps the document says nothing: they leave it empty (assumed).
  if (actor.type !== 'workspace-member' && actor.type !== 'api-token') return new Map();
  const caller = { referenced_actor_type: actor.type, referenced_actor_id: actor.id };
  const named = sandbox.schema.attributes(collection).filter((attribute) => isCurrentUser(attribute) && !written.has(attribute));
  return new Map(named.map((attribute) => [attribute, [caller]]));
}

const isCurrentUser = ({ defaultValue, isWritable, isArchived }: Attribute): boolean =>
  isJsonObject(defaultValue) && defaultValue.template === 'current-user' && isWritable && !isArchived;

function defaultOf(attribute: Attribute, write: Write): unknown {
  if (!isJsonObject(attribute.defaultValue)) return undefined;
  const { type, template } = attribute.defaultValue;
  if (type === 'static') return template;
  return typeof template === 'string' && template !== 'current-user' ? laterBy(write.at, template) : undefined;
}

import { createRecord } from '../records/create-record.ts';
import { readWrittenValues } from '../records/written-values.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Actor } from '../workspace/actor.ts';
import { timestamp } from '../workspace/timestamp.ts';
import { stableUuid } from './stable-uuid.ts';

/** Makes a record the way a request would, with an id that is always the same. */
export function seedRecord(
  sandbox: Sandbox,
  objectSlug: string,
  identity: string,
  values: Record<string, unknown>,
  write: { actor: Actor; at: Date },
): string {
  const object = sandbox.schema.object(objectSlug);
  if (!object) throw new Error(`The seed needs the object ${objectSlug}`);
  const id = stableUuid(`${objectSlug} ${identity}`);
  const written = readWrittenValues(values, object, sandbox);
  createRecord(sandbox, object, written, { actor: write.actor, at: timestamp(write.at) }, { id });
  return id;
}

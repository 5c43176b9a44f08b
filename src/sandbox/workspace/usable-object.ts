import { refusals } from '../errors/refusals.ts';
import type { Schema } from './schema.ts';
import type { WorkspaceObject } from './workspace-object.ts';

/** The object with this slug or id, switched on; refused otherwise. */
export function usableObject(schema: Schema, slugOrId: string): WorkspaceObject {
  const object = schema.object(slugOrId);
  if (!object) throw refusals.objectNotFound(slugOrId);
  if (!object.isEnabled) throw refusals.objectDisabled(object.id);
  return object;
}

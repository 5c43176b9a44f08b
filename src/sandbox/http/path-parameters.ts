import type { FastifyRequest } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { Schema } from '../workspace/schema.ts';
import { usableObject } from '../workspace/usable-object.ts';
import { isUuid } from '../workspace/uuid.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';

/** One parameter of the route's path. */
export function pathParameter(request: FastifyRequest, name: string): string {
  const value = (request.params as Record<string, string | undefined>)[name];
  if (value === undefined) throw new Error(`The route has no parameter ${name}`);
  return value;
}

/** A parameter that must be a UUID; a malformed one is refused with 400 rather than 404 (assumed). */
export function uuidParameter(request: FastifyRequest, name: string): string {
  const value = pathParameter(request, name);
  if (!isUuid(value)) throw refusals.invalidPath({ code: 'invalid_string', path: [name], message: 'Invalid uuid' });
  return value.toLowerCase();
}

/** The object a path names by slug or id, switched on. */
export function objectParameter(request: FastifyRequest, schema: Schema, name = 'object'): WorkspaceObject {
  return usableObject(schema, pathParameter(request, name));
}

/** The attribute a path names by slug or id. */
export function attributeParameter(request: FastifyRequest, schema: Schema, object: WorkspaceObject): Attribute {
  const slugOrId = pathParameter(request, 'attribute');
  const attribute = schema.attribute(object, slugOrId);
  if (!attribute) throw refusals.attributeNotFound(slugOrId);
  return attribute;
}

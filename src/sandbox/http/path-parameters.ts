import type { FastifyRequest } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { Collection } from '../workspace/collection.ts';
import type { Schema } from '../workspace/schema.ts';
import { usableObject } from '../workspace/usable-object.ts';
import { isUuid } from '../workspace/uuid.ts';
import type { WorkspaceList } from '../workspace/workspace-list.ts';
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

/** The list a path names by slug or id. */
export function listParameter(
  request: FastifyRequest,
  schema: Schema,
  { name = 'list', refusal = refusals.listNotFound } = {},
): WorkspaceList {
  const slugOrId = pathParameter(request, name);
  const list = schema.list(slugOrId);
  if (!list) throw refusal(slugOrId);
  return list;
}

/** Whose attributes a path is about: `/objects/{identifier}/attributes` or `/lists/{identifier}/attributes`. */
export type Target = 'objects' | 'lists';

/** The object or list of such a path. */
export function targetParameter(request: FastifyRequest, schema: Schema, target: Target): Collection {
  const name = 'identifier';
  return target === 'lists' ? listParameter(request, schema, { name }) : objectParameter(request, schema, name);
}

/** The attribute a path names by slug or id. */
export function attributeParameter(request: FastifyRequest, schema: Schema, collection: Collection): Attribute {
  const slugOrId = pathParameter(request, 'attribute');
  const attribute = schema.attribute(collection, slugOrId);
  if (!attribute) throw refusals.attributeNotFound(slugOrId);
  return attribute;
}

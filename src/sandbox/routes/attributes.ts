import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { readConfiguration, writeConfiguration } from '../http/api-scope.ts';
import { attributeParameter, objectParameter } from '../http/path-parameters.ts';
import { booleanParameter, pageParameters } from '../http/query-parameters.ts';
import type { Sandbox } from '../sandbox.ts';
import { addAttribute, changeAttribute } from '../workspace/store-attribute.ts';
import { timestamp } from '../workspace/timestamp.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import { type AttributeBody, changedAttributeBody, newAttributeBody } from './attribute-body.ts';
import { presentAttribute } from './present-attribute.ts';

const PATH = '/objects/:object/attributes';

/** An object's attributes (docs.attio.com/rest-api/endpoint-reference/attributes). */
export function registerAttributeRoutes(api: FastifyInstance, sandbox: Sandbox): void {
  const { schema, store } = sandbox;
  const reading = { config: { scopes: readConfiguration } };
  const writing = { config: { scopes: writeConfiguration, writes: true } };

  api.get(PATH, reading, async (request) => {
    const showArchived = booleanParameter(request, 'show_archived');
    const { limit, offset } = pageParameters(request, { fallback: Number.POSITIVE_INFINITY });
    const attributes = schema
      .attributes(objectParameter(request, schema))
      .filter((attribute) => showArchived || !attribute.isArchived);
    return { data: attributes.slice(offset, offset + limit).map((attribute) => presentAttribute(sandbox, attribute)) };
  });

  api.get(`${PATH}/:attribute`, reading, async (request) => {
    const attribute = attributeParameter(request, schema, objectParameter(request, schema));
    return { data: presentAttribute(sandbox, attribute) };
  });

  api.post(PATH, writing, async (request) => {
    const body = newAttributeBody(request.body);
    const object = objectParameter(request, schema);
    const id = store.transaction(() => create(object, body));
    schema.reload();
    return presented(object, id);
  });

  api.patch(`${PATH}/:attribute`, writing, async (request) => {
    const { change, allowedObjects } = changedAttributeBody(request.body);
    const object = objectParameter(request, schema);
    const attribute = attributeParameter(request, schema, object);
    if (attribute.isSystem) throw refusals.systemAttribute();
    if (change.isUnique && !mayBeUnique(object)) throw refusals.cannotBeUnique();
    const namesake = change.slug === undefined ? undefined : schema.attribute(object, change.slug);
    if (namesake && namesake !== attribute) throw refusals.attributeSlugTaken();
    const allowedObjectIds = allowedObjects ? allowedObjects.map((name) => linked(name).id) : attribute.allowedObjectIds;
    changeAttribute(store, { ...attribute, ...change, allowedObjectIds });
    schema.reload();
    return presented(object, attribute.id);
  });

  function create(object: WorkspaceObject, { change, type, relationship, allowedObjects }: AttributeBody): string {
    const { slug = '', title = '' } = change;
    if (schema.attribute(object, slug)) throw refusals.attributeSlugTaken();
    if (change.isUnique && !mayBeUnique(object)) throw refusals.cannotBeUnique();
    // "Attributes of type "status" are not supported on objects", says the official document of this route.
    if (!type || type === 'status')
      throw refusals.invalidBody({ code: 'invalid', path: ['data', 'type'], message: 'Invalid input' });
    const other = relationship && linked(relationship.object);
    if (relationship && other && schema.attribute(other, relationship.slug)) throw refusals.attributeSlugTaken();
    const [id, mirrorId] = [randomUUID(), randomUUID()];
    const createdAt = timestamp(sandbox.now());
    const allowedObjectIds = other ? [other.id] : (allowedObjects?.map((name) => linked(name).id) ?? null);
    const relationshipId = other ? mirrorId : null;
    addAttribute(store, { ...change, id, objectKey: object.key, slug, title, type, createdAt, relationshipId, allowedObjectIds });
    if (relationship && other) {
      addAttribute(store, {
        ...relationship,
        id: mirrorId,
        objectKey: other.key,
        type,
        createdAt,
        relationshipId: id,
        allowedObjectIds: [object.id],
      });
    }
    return id;
  }

  function linked(slugOrId: string): WorkspaceObject {
    const object = schema.object(slugOrId);
    if (!object) throw refusals.objectNotFound(slugOrId);
    return object;
  }

  function presented(object: WorkspaceObject, id: string): unknown {
    const attribute = schema.attribute(object, id);
    if (!attribute) throw new Error('An attribute just stored is missing');
    return { data: presentAttribute(sandbox, attribute) };
  }
}

/** People and companies take no further unique attributes (seen on the wire). */
function mayBeUnique(object: WorkspaceObject): boolean {
  return object.slug !== 'people' && object.slug !== 'companies';
}

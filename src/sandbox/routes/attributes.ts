import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ApiError } from '../errors/api-error.ts';
import { refusals } from '../errors/refusals.ts';
import { readConfiguration, writeConfiguration, writeLists } from '../http/api-scope.ts';
import { actorOf } from '../http/caller.ts';
import { attributeParameter, type Target, targetParameter } from '../http/path-parameters.ts';
import { booleanParameter, pageParameters } from '../http/query-parameters.ts';
import { judgeDefault } from '../records/judge-default.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Actor } from '../workspace/actor.ts';
import type { Attribute, AttributeType } from '../workspace/attribute.ts';
import type { Collection } from '../workspace/collection.ts';
import { PARENT_RECORD } from '../workspace/parent-record.ts';
import { addAttribute, changeAttribute, isUniqueSoFar } from '../workspace/store-attribute.ts';
import { timestamp } from '../workspace/timestamp.ts';
import { wholeAttribute } from '../workspace/whole-attribute.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import { type AttributeBody, changedAttributeBody, newAttributeBody } from './attribute-body.ts';
import { presentAttribute } from './present-attribute.ts';

/** Types of which a record holds one value at most. */
const SINGLE_ONLY = new Set<AttributeType>(['text', 'checkbox', 'rating', 'status']);

/** The attributes of objects or lists (docs.attio.com/rest-api/endpoint-reference/attributes). */
export function registerAttributeRoutes(api: FastifyInstance, sandbox: Sandbox, target: Target): void {
  const { schema, store } = sandbox;
  const path = `/${target}/:identifier/attributes`;
  const reading = { config: { scopes: readConfiguration } };
  const writing = { config: { scopes: writeConfiguration, writes: true } };
  // Making one is the only operation whose scope follows the target (official OpenAPI document).
  const making = { config: { scopes: target === 'lists' ? writeLists : writeConfiguration, writes: true } };

  api.get(path, reading, async (request) => {
    const showArchived = booleanParameter(request, 'show_archived');
    const { limit, offset } = pageParameters(request);
    const attributes = schema
      .attributes(targetParameter(request, schema, target))
      .filter((attribute) => showArchived || !attribute.isArchived);
    return { data: attributes.slice(offset, offset + limit).map((attribute) => presentAttribute(sandbox, attribute)) };
  });

  api.get(`${path}/:attribute`, reading, async (request) => {
    const attribute = attributeParameter(request, schema, targetParameter(request, schema, target));
    return { data: presentAttribute(sandbox, attribute) };
  });

  api.post(path, making, async (request) => {
    const body = newAttributeBody(request.body);
    const collection = targetParameter(request, schema, target);
    const id = store.transaction(() => create(collection, body, actorOf(request)));
    schema.reload();
    return presented(collection, id);
  });

  api.patch(`${path}/:attribute`, writing, async (request) => {
    const { change, allowedObjects } = changedAttributeBody(request.body);
    const collection = targetParameter(request, schema, target);
    const attribute = attributeParameter(request, schema, collection);
    if (attribute.isSystem) throw refusals.systemAttribute();
    if (change.isUnique && !(mayBeUnique(collection) && isUniqueSoFar(store, attribute))) throw refusals.cannotBeUnique();
    if (change.slug !== undefined) refuseTaken(collection, change.slug, attribute);
    const allowedObjectIds = allowedObjects ? allowedObjects.map((name) => linked(name).id) : attribute.allowedObjectIds;
    const changed = { ...attribute, ...change, allowedObjectIds };
    if (change.defaultValue !== undefined) judgeDefault(changed, collection, sandbox);
    store.transaction(() => {
      changeAttribute(store, changed);
      tell(collection, attribute.id, 'updated', actorOf(request));
    });
    schema.reload();
    return presented(collection, attribute.id);
  });

  function create(collection: Collection, { change, type, relationship, allowedObjects }: AttributeBody, actor: Actor): string {
    const { slug = '', title = '' } = change;
    refuseTaken(collection, slug);
    if (change.isUnique && !mayBeUnique(collection)) throw refusals.cannotBeUnique();
    // "Attributes of type "status" are not supported on objects", says the official document of this route.
    if (!type || (type === 'status' && target === 'objects')) throw invalid('type');
    if (change.isMultiselect && SINGLE_ONLY.has(type)) throw invalid('is_multiselect');
    // It knows relationships between objects only, and of references only.
    if (relationship && (type !== 'record-reference' || target === 'lists')) throw invalid('relationship');
    const other = relationship && linked(relationship.object);
    if (relationship && other) {
      if (other === collection && relationship.slug === slug) throw refusals.attributeSlugTaken(other);
      if (allowedObjects?.some((name) => linked(name) !== other)) throw invalid('config');
      refuseTaken(other, relationship.slug);
    }
    const [id, mirrorId] = [randomUUID(), randomUUID()];
    const createdAt = timestamp(sandbox.now());
    const allowedObjectIds = other ? [other.id] : (allowedObjects?.map((name) => linked(name).id) ?? null);
    const relationshipId = other ? mirrorId : null;
    const said = { ...change, objectKey: collection.key, slug, title, type, createdAt };
    const attribute = wholeAttribute({ ...said, id, relationshipId, allowedObjectIds });
    judgeDefault(attribute, collection, sandbox);
    addAttribute(store, attribute);
    tell(collection, id, 'created', actor);
    if (relationship && other) {
      addAttribute(store, {
        ...relationship,
        id: mirrorId,
        objectKey: other.key,
        type,
        createdAt,
        relationshipId: id,
        allowedObjectIds: [collection.id],
      });
      tell(other, mirrorId, 'created', actor);
    }
    return id;
  }

  function tell(collection: Collection, attributeId: string, happened: 'created' | 'updated', actor: Actor): void {
    const holder = collection.kind === 'list' ? { list_id: collection.id } : { object_id: collection.id };
    const id = { workspace_id: sandbox.workspace.id, ...holder, attribute_id: attributeId };
    sandbox.events.tell({ event_type: `${collection.kind}-attribute.${happened}`, id, actor });
  }

  /** `parent_record` is the way from an entry to its record, so no attribute of a list may be called that (assumed). */
  function refuseTaken(collection: Collection, slug: string, own?: Attribute): void {
    const namesake = schema.attribute(collection, slug);
    const isParent = collection.kind === 'list' && slug === PARENT_RECORD;
    if ((namesake && namesake !== own) || isParent) throw refusals.attributeSlugTaken(collection);
  }

  function linked(slugOrId: string): WorkspaceObject {
    const object = schema.object(slugOrId);
    if (!object) throw refusals.objectNotFound(slugOrId);
    return object;
  }

  function presented(collection: Collection, id: string): unknown {
    const attribute = schema.attribute(collection, id);
    if (!attribute) throw new Error('An attribute just stored is missing');
    return { data: presentAttribute(sandbox, attribute) };
  }
}

function invalid(key: string): ApiError {
  return refusals.invalidBody({ code: 'invalid', path: ['data', key], message: 'Invalid input' });
}

/** People and companies take no further unique attributes (seen on the wire). */
function mayBeUnique({ kind, slug }: Collection): boolean {
  return kind === 'list' || (slug !== 'people' && slug !== 'companies');
}

import type { FastifyInstance } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { readConfiguration, writeConfiguration } from '../http/api-scope.ts';
import { BodyReader } from '../http/body-reader.ts';
import { objectParameter } from '../http/path-parameters.ts';
import type { Sandbox } from '../sandbox.ts';
import { addObject, changeObject } from '../workspace/store-object.ts';
import { timestamp } from '../workspace/timestamp.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import { apiSlug } from './api-slug.ts';

// Attio's own, whose slugs its documents promise.
const STANDARD = ['people', 'companies', 'deals'];

/** `/v2/objects` (docs.attio.com/rest-api/endpoint-reference/objects). */
export function registerObjectRoutes(api: FastifyInstance, sandbox: Sandbox): void {
  const { schema, store } = sandbox;
  const config = { scopes: readConfiguration };

  // One that is switched off is not listed (assumed).
  api.get('/objects', { config }, async () => ({
    data: schema.objects.filter((object) => object.isEnabled).map((object) => presentObject(sandbox, object)),
  }));
  api.post('/objects', { config: { scopes: writeConfiguration, writes: true } }, async (request) => {
    const reader = new BodyReader();
    const data = reader.object(reader.object(request.body, []).data, ['data']);
    const slug = apiSlug(reader, data.api_slug, ['data']);
    const singularNoun = nounOf(reader, data, 'singular_noun');
    const pluralNoun = nounOf(reader, data, 'plural_noun');
    reader.finish();
    if (schema.object(slug)) throw refusals.objectSlugTaken();
    addObject(store, { slug, singularNoun, pluralNoun, createdAt: timestamp(sandbox.now()) });
    schema.reload();
    const object = schema.object(slug);
    return { data: object && presentObject(sandbox, object) };
  });

  api.patch('/objects/:object', { config: { scopes: writeConfiguration, writes: true } }, async (request) => {
    const change = changedObjectBody(request.body);
    const before = objectParameter(request, schema);
    const object = { ...before, ...change };
    const namesake = schema.object(object.slug);
    if (namesake && namesake !== before) throw refusals.objectRenamedToTaken();
    if (object.slug !== before.slug && STANDARD.includes(before.slug)) throw refusals.standardSlug();
    changeObject(store, before, object);
    schema.reload();
    return { data: presentObject(sandbox, object) };
  });

  api.get('/objects/:object', { config }, async (request) => ({
    data: presentObject(sandbox, objectParameter(request, schema)),
  }));
}

function changedObjectBody(body: unknown): Partial<Pick<WorkspaceObject, 'slug' | 'singularNoun' | 'pluralNoun'>> {
  const reader = new BodyReader();
  const data = reader.object(reader.object(body, []).data, ['data']);
  const change = {
    ...(data.api_slug === undefined ? {} : { slug: apiSlug(reader, data.api_slug, ['data']) }),
    ...(data.singular_noun === undefined ? {} : { singularNoun: nounOf(reader, data, 'singular_noun') }),
    ...(data.plural_noun === undefined ? {} : { pluralNoun: nounOf(reader, data, 'plural_noun') }),
  };
  reader.finish();
  if (Object.keys(change).length === 0) throw refusals.emptyUpdate();
  return change;
}

function nounOf(reader: BodyReader, data: Record<string, unknown>, key: string): string {
  const noun = reader.string(data[key], ['data', key]);
  if (data[key] === '')
    reader.note({ code: 'too_small', path: ['data', key], message: 'String must contain at least 1 character(s)' });
  return noun;
}

function presentObject({ workspace }: Sandbox, object: WorkspaceObject): unknown {
  return {
    id: { workspace_id: workspace.id, object_id: object.id },
    api_slug: object.slug,
    singular_noun: object.singularNoun,
    plural_noun: object.pluralNoun,
    created_at: object.createdAt,
  };
}

import type { FastifyInstance } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { readConfiguration, writeConfiguration } from '../http/api-scope.ts';
import { BodyReader } from '../http/body-reader.ts';
import { objectParameter } from '../http/path-parameters.ts';
import type { Sandbox } from '../sandbox.ts';
import { addObject } from '../workspace/store-object.ts';
import { timestamp } from '../workspace/timestamp.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';

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
    const slug = reader.string(data.api_slug, ['data', 'api_slug']);
    const singularNoun = reader.string(data.singular_noun, ['data', 'singular_noun']);
    const pluralNoun = reader.string(data.plural_noun, ['data', 'plural_noun']);
    if (data.api_slug !== undefined && !/^[a-z0-9][a-z0-9_]*$/.test(slug)) reader.invalid(['data', 'api_slug']);
    reader.finish();
    if (schema.object(slug)) throw refusals.objectSlugTaken();
    addObject(store, { slug, singularNoun, pluralNoun, createdAt: timestamp(sandbox.now()) });
    schema.reload();
    const object = schema.object(slug);
    return { data: object && presentObject(sandbox, object) };
  });

  api.get('/objects/:object', { config }, async (request) => ({
    data: presentObject(sandbox, objectParameter(request, schema)),
  }));
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

import type { JsonSchema } from './json-schema.ts';
import { type Operation, operations } from './operations.ts';
import { resourceSchemas } from './resource-schemas.ts';
import { valueSchemas } from './value-schemas.ts';

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });
const refusal = { description: 'A refusal', content: json({ $ref: '#/components/schemas/refusal' }) };

/**
 * The OpenAPI 3.1 description of what the sandbox imitates: put together from the facts of Attio's core document of
 * 13 February 2026 and of recordings since. Answers are described strictly: what is not named is not there.
 */
export function describeApi() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: described(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: "Attio's REST API, as far as the sandbox imitates it", version: '2026-02-13' },
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { ...valueSchemas, ...resourceSchemas },
    },
  };
}

function described({ id, path, scopes, query = {}, body, answer }: Operation) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    in: 'path',
    name,
    required: true,
    schema: name === 'target' ? { enum: ['objects', 'lists'] } : { type: 'string' },
  }));
  const inQuery = Object.entries(query).map(([name, { schema, required = false }]) => ({ in: 'query', name, required, schema }));
  return {
    operationId: id,
    security: [{ bearer: scopes }],
    parameters: [...inPath, ...inQuery],
    ...(body && { requestBody: { required: true, content: json(body) } }),
    responses: { '200': { description: 'Done', content: json(answer) }, '4XX': refusal },
  };
}

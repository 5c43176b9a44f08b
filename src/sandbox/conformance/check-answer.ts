import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describeApi } from '../openapi/describe-api.ts';
import type { JsonSchema } from '../openapi/json-schema.ts';
import { operations } from '../openapi/operations.ts';

const { schemas } = describeApi().components;
const judge = new Ajv2020({ strict: false, allErrors: true });
addFormats(judge);
judge.addSchema({ $id: 'api', components: { schemas } });

const compiled = new Map<JsonSchema, ValidateFunction>();

/** What is wrong with an answer by the description of its operation, in words; nothing when all is well. */
export function complaints(operationId: string, status: number, body: unknown): string[] {
  const operation = operations.find(({ id }) => id === operationId);
  if (!operation) return [`${operationId} is no operation`];
  if (status === 200) return misfits(operation.answer, body);
  if (status < 400 || status > 499) return [`status ${status} is not described`];
  const told = (body as { status_code?: unknown } | undefined)?.status_code;
  const isTold = told === status ? [] : [`status_code says ${String(told)}, the status is ${status}`];
  return [...misfits(schemas.refusal ?? {}, body), ...isTold];
}

/** Where a value does not fit a schema of the description. */
export function misfits(schema: JsonSchema, value: unknown): string[] {
  const validate = compiled.get(schema) ?? judge.compile(rooted(schema) as JsonSchema);
  compiled.set(schema, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** References lead into the description. */
function rooted(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(rooted);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, inner]) => [key, key === '$ref' ? `api${String(inner)}` : rooted(inner)]),
  );
}

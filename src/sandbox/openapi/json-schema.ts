/** JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
export type JsonSchema = { readonly [keyword: string]: unknown };

export const text: JsonSchema = { type: 'string' };
export const flag: JsonSchema = { type: 'boolean' };
export const number: JsonSchema = { type: 'number' };
export const whole: JsonSchema = { type: 'integer' };
export const nothing: JsonSchema = { type: 'null' };
export const anything: JsonSchema = {};
export const uuid: JsonSchema = { type: 'string', format: 'uuid' };
export const url: JsonSchema = { type: 'string', format: 'uri' };
/** UTC with nine fractional digits, as every recorded answer has it. */
export const moment: JsonSchema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{9}Z$' };

export const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, nothing] });
export const oneOf = (...schemas: JsonSchema[]): JsonSchema => ({ anyOf: schemas });
export const wordOf = (...words: (string | boolean | null)[]): JsonSchema => ({ enum: words });
export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
export const mapOf = (values: JsonSchema): JsonSchema => ({ type: 'object', additionalProperties: values });
export const named = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** An object with exactly these properties. */
export const exactly = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/** An object with these properties and, unless a document says otherwise, any other; the second ones may be absent. */
export const atLeast = (required: Record<string, JsonSchema>, optional: Record<string, JsonSchema> = {}): JsonSchema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
});

/** `{data: …}`, around nearly everything. */
export const data = (schema: JsonSchema): JsonSchema => exactly({ data: schema });

import * as z from 'zod/mini';

/** What is wrong with one field, or with one part of the request: `field` is an attribute slug where it is one. */
export const fieldErrorSchema = z.object({
  field: z.string(),
  code: z.string(),
  message: z.string(),
  /** The one value at fault, where the field has several: a record's id. */
  value: z.optional(z.string()),
});
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** An error on the wire: RFC 9457, with a stable `code`, the request's id and the fields concerned. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.optional(z.string()),
  request_id: z.optional(z.string()),
  errors: z.optional(z.array(fieldErrorSchema)),
  /** What Attio itself said, word for word, when the refusal is Attio's. */
  upstream: z.optional(
    z.object({ status: z.number(), code: z.string(), message: z.string(), execution_id: z.nullable(z.string()) }),
  ),
});
export type Problem = z.infer<typeof problemSchema>;

export const problemContentType = 'application/problem+json';

import * as z from 'zod/mini';
import { fieldErrorSchema } from './problem.ts';

/** A submission's id is its draft's id: a UUID, made by the browser before the first click. */
export const submissionIdSchema = z.uuid();

/** The body of `PUT /api/submissions/:id`: our own plain values by attribute slug. */
export const submissionRequestSchema = z.strictObject({
  values: z.record(z.string(), z.unknown()),
  schema_version: z.string().check(z.minLength(1), z.maxLength(128)),
});
export type SubmissionRequest = z.infer<typeof submissionRequestSchema>;

/**
 * Where a submission stands.
 * `received`: kept, nothing sent yet. `sending`: on its way to Attio. `unknown`: sent, and no answer that can be trusted.
 * Final: `created` (the deal is in Attio) and `refused` (it is not, and was never).
 */
export const submissionStates = ['received', 'sending', 'created', 'refused', 'unknown'] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** An Attio record as it came; only what we rely on is named. */
export const recordSchema = z.looseObject({
  id: z.looseObject({ workspace_id: z.string(), object_id: z.string(), record_id: z.string() }),
  created_at: z.optional(z.string()),
  web_url: z.nullable(z.optional(z.string())),
  values: z.record(z.string(), z.array(z.looseObject({}))),
});
export type DealRecord = z.infer<typeof recordSchema>;

/** One line of the receipt: what was sent against what Attio stored, in words. */
export const receiptLineSchema = z.object({
  field: z.string(),
  title: z.string(),
  sent: z.nullable(z.string()),
  stored: z.nullable(z.string()),
  /** False when Attio stored something else than was sent. */
  same: z.boolean(),
});
export type ReceiptLine = z.infer<typeof receiptLineSchema>;

/** What `PUT` and `GET /api/submissions/:id` answer when the request itself was in order. */
export const submissionSchema = z.object({
  id: z.string(),
  state: z.enum(submissionStates),
  /** RFC 3339. */
  received_at: z.string(),
  settled_at: z.nullable(z.string()),
  /** Only when `created`. */
  record: z.nullable(recordSchema),
  /** The record's page in Attio, when Attio named one that is safe to open. */
  web_url: z.nullable(z.string()),
  receipt: z.nullable(z.array(receiptLineSchema)),
  /** Only when `refused`: why, by field. */
  errors: z.nullable(z.array(fieldErrorSchema)),
});
export type Submission = z.infer<typeof submissionSchema>;

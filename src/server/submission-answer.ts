import * as z from 'zod/mini';
import { fieldErrorSchema, problemSchema } from '../contract/problem.ts';
import { receiptLineSchema, recordSchema, type Submission } from '../contract/submission.ts';
import type { SubmissionRow } from './ledger/ledger.ts';

/** What is kept of a created deal, to be answered again word for word. */
export const createdAnswerSchema = z.object({ record: recordSchema, receipt: z.array(receiptLineSchema) });
export type CreatedAnswer = z.infer<typeof createdAnswerSchema>;

/** What is kept of a refusal. */
export const refusedAnswerSchema = z.object({
  errors: z.array(fieldErrorSchema),
  upstream: z.optional(problemSchema.shape.upstream),
});
export type RefusedAnswer = z.infer<typeof refusedAnswerSchema>;

/** A submission's row as the browser sees it. */
export function submissionOf(row: SubmissionRow): Submission {
  const created = row.state === 'created' ? createdAnswerSchema.parse(JSON.parse(row.answer ?? 'null')) : null;
  const refused = row.state === 'refused' ? refusedAnswerSchema.parse(JSON.parse(row.answer ?? 'null')) : null;
  return {
    id: row.id,
    state: row.state,
    received_at: new Date(row.received_at).toISOString(),
    settled_at: row.settled_at === null ? null : new Date(row.settled_at).toISOString(),
    record: created?.record ?? null,
    web_url: created?.record.web_url ?? null,
    receipt: created?.receipt ?? null,
    errors: refused?.errors ?? null,
  };
}

import * as z from 'zod/mini';
import type { Problem } from '../../contract/problem.ts';
import type { AttioAnswer } from './attio-answer.ts';

const errorBodySchema = z.looseObject({
  code: z.string(),
  message: z.string(),
  validation_errors: z.optional(
    z.array(z.looseObject({ path: z.array(z.union([z.string(), z.number()])), message: z.optional(z.string()) })),
  ),
});

/** An error that Attio itself reported; `code` and `message` are open lists, so only `status` may be branched on blindly. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
  /** Where in the request body (or in one value) Attio saw a fault. */
  paths: (string | number)[][];
  executionId: string | null;
}

/** The refusal in an answer; null when the body is not Attio's error form, and so proves nothing. */
export function readRefusal(answer: AttioAnswer & { kind: 'answered' }): Refusal | null {
  const parsed = z.safeParse(errorBodySchema, answer.json);
  if (!parsed.success) return null;
  const { code, message, validation_errors: faults = [] } = parsed.data;
  const why = faults.flatMap(({ path, message: said }) => (said === undefined ? [] : `${path.join('.')}: ${said}`));
  return {
    status: answer.status,
    code,
    // Which of several texts says why differs from refusal to refusal, so all are told.
    message: [message, ...why.filter((one) => !message.includes(one))].join(' ').slice(0, 2_000),
    paths: faults.map((fault) => fault.path),
    executionId: answer.headers.executionId,
  };
}

/** The refusal as a problem shows it. */
export const upstreamOf = ({ status, code, message, executionId }: Refusal): NonNullable<Problem['upstream']> => ({
  status,
  code,
  message,
  execution_id: executionId,
});

import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import { ProblemError } from '../problem.ts';
import type { AttioAnswer } from './attio-answer.ts';
import { readRefusal, upstreamOf } from './refusal.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** Attio no longer took the token of a call; whether it is really dead is for the caller to find out. */
export class TokenRefused extends Error {
  override name = 'TokenRefused';
}

/**
 * The body of an answer to a read.
 * @throws ProblemError in the words of the rep when there is none, and {@link TokenRefused} on a 401.
 */
export function readAnswer<T>(answer: AttioAnswer, schema: z.ZodMiniType<T>, now: Clock): T {
  if (answer.kind !== 'answered') throw new ProblemError('attio_unreachable', { retryAfterS: 2 });
  const { status, headers } = answer;
  if (status === 401) throw new TokenRefused();
  if (status === 429) {
    throw new ProblemError('attio_busy', { retryAfterS: retryAfterSeconds(headers.retryAfter, headers.date, now()) });
  }
  if (status >= 500) throw new ProblemError('attio_unreachable', { retryAfterS: 2 });
  if (status >= 200 && status < 300) {
    const parsed = z.safeParse(schema, answer.json);
    if (parsed.success) return parsed.data;
    throw new ProblemError('attio_unexpected');
  }
  const refusal = readRefusal(answer);
  const upstream = refusal ? upstreamOf(refusal) : undefined;
  if (refusal?.code === 'standard_object_disabled') throw new ProblemError('deals_disabled', { upstream });
  throw new ProblemError(status === 403 ? 'attio_forbidden' : 'attio_unexpected', { upstream });
}

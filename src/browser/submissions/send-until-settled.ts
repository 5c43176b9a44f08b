import { authorHeader, submissionPath } from '../../contract/paths.ts';
import type { Problem } from '../../contract/problem.ts';
import { type Submission, type SubmissionRequest, submissionSchema } from '../../contract/submission.ts';
import { ApiProblem, NoAnswer } from '../api/api-problem.ts';
import { callApi } from '../api/client.ts';

/** Why a deal that was sent has no final answer yet. */
export type Waiting = 'sending' | 'busy' | 'unreachable' | 'unknown';

interface SendOptions {
  /** The id of the member who wrote it. */
  author: string;
  onWaiting: (why: Waiting) => void;
  /** Resolves early when the rep or the network says "now". */
  pause: (ms: number) => Promise<void>;
  signal: AbortSignal;
}

/** The pauses between repeats, in ms: quick at first, then every half minute. */
const pauses = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * Whether a problem passes by itself, or leaves open what became of the deal (every 5xx): the same PUT is repeated, which is
 * harmless. Anything else was refused before it could do anything.
 */
const isPassing = ({ status }: Problem): boolean => status === 408 || status === 429 || status >= 500;

/** Attio's own trouble, which passes; the rest of them are our server's. */
const attiosTrouble = new Set(['attio_busy', 'attio_unreachable']);

/**
 * Sends one submission and repeats the same PUT until it is created. Repeating is safe: the server makes one deal of one
 * id, however often it is asked.
 * @throws ApiProblem when it is refused or the session is over.
 */
export async function sendUntilSettled(id: string, request: SubmissionRequest, options: SendOptions): Promise<Submission> {
  const headers = { [authorHeader]: options.author };
  options.onWaiting('sending');
  for (let attempt = 0; ; attempt += 1) {
    options.signal.throwIfAborted();
    let pause = pauses[Math.min(attempt, pauses.length - 1)] ?? 30_000;
    try {
      const submission = await callApi(submissionPath(id), { method: 'PUT', body: request, headers, answer: submissionSchema });
      if (submission.state === 'created') return submission;
      options.onWaiting(submission.state === 'unknown' ? 'unknown' : 'sending');
    } catch (error) {
      if (error instanceof NoAnswer) options.onWaiting('unreachable');
      else if (error instanceof ApiProblem && isPassing(error.problem)) {
        options.onWaiting(attiosTrouble.has(error.problem.code) ? 'busy' : 'unreachable');
        pause = error.retryAfterMs ?? pause;
      } else throw error;
    }
    await options.pause(pause);
  }
}

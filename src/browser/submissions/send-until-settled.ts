import { authorHeader, submissionPath } from '../../contract/paths.ts';
import { type Submission, type SubmissionRequest, submissionSchema } from '../../contract/submission.ts';
import { ApiProblem, NoAnswer } from '../api/api-problem.ts';
import { callApi } from '../api/client.ts';
import { isSettled, lookPause } from './look-pauses.ts';

/**
 * How a deal that was sent stands while it is not settled: kept until there is a connection (`offline`; nothing of it has left), on its
 * way to our server (turned away because Attio is `busy`, or `unreachable`, without an answer), or as the server has it.
 */
export type Standing = 'offline' | 'sending' | 'busy' | 'unreachable' | Submission;

interface SendOptions {
  /** The id of the member who wrote it. */
  author: string;
  onStanding: (standing: Standing) => void;
  /** Resolves early when the rep, the network or the tab says "now". */
  pause: (ms: number) => Promise<void>;
  signal: AbortSignal;
}

/** The pauses between repeats of the PUT, in ms: quick at first, then every half minute. */
const sendPauses = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** Whether asking again may help: no answer, or trouble of the server (every 5xx) that passes by itself. */
const isPassing = (error: unknown): error is NoAnswer | ApiProblem =>
  error instanceof NoAnswer ||
  (error instanceof ApiProblem && [408, 429].includes(error.problem.status)) ||
  (error instanceof ApiProblem && error.problem.status >= 500);

/** Attio's own trouble, which passes; the rest of them are our server's. */
const attiosTrouble = new Set(['attio_busy', 'attio_unreachable']);

const hasStatus = (error: unknown, status: number): boolean => error instanceof ApiProblem && error.problem.status === status;

/**
 * Sends one submission and follows it until it is created or dismissed. The same PUT is repeated until the server has the
 * submission, which is safe: it makes one deal of one id, however often it is asked. From then on the server goes on by
 * itself, and is only asked how it stands.
 * @param known how the server has it, when it has answered before
 * @throws ApiProblem when it is refused or the session is over.
 */
export async function sendUntilSettled(
  id: string,
  request: SubmissionRequest,
  known: Submission | null,
  options: SendOptions,
): Promise<Submission> {
  for (let accepted = known; ; accepted = null) {
    const settled = await follow(accepted ?? (await sendUntilAccepted(id, request, options)), options);
    if (settled) return settled;
  }
}

/**
 * Repeats the PUT until the server has the submission.
 * @throws ApiProblem when it is refused or the session is over.
 */
export async function sendUntilAccepted(id: string, body: SubmissionRequest, options: SendOptions): Promise<Submission> {
  const { author, onStanding, pause, signal } = options;
  const headers = { [authorHeader]: author };
  onStanding('sending');
  for (let attempt = 0; ; attempt += 1) {
    signal.throwIfAborted();
    let ms = sendPauses[Math.min(attempt, sendPauses.length - 1)] ?? 30_000;
    try {
      return await callApi(submissionPath(id), { method: 'PUT', body, headers, answer: submissionSchema });
    } catch (error) {
      if (!isPassing(error)) throw error;
      const isAttios = error instanceof ApiProblem && attiosTrouble.has(error.problem.code);
      onStanding(isAttios ? 'busy' : 'unreachable');
      if (error instanceof ApiProblem) ms = error.retryAfterMs ?? ms;
    }
    await pause(ms);
  }
}

/** How long a deal that its rep may take back is held, in ms; then it goes out at once. */
const untilFree = ({ waiting }: Submission): number =>
  waiting?.why === 'held' && waiting.not_before
    ? Math.max(Date.parse(waiting.not_before) - Date.now(), 500)
    : Number.POSITIVE_INFINITY;

/**
 * Asks how a submission stands until it is settled.
 * @returns null when the PUT must tell: the server knows it no longer, or refused it (the PUT has the reasons).
 */
async function follow(first: Submission, { onStanding, pause, signal }: SendOptions): Promise<Submission | null> {
  let submission = first;
  let wish: number | null = null;
  for (let looks = 0; submission.state === 'refused' || !isSettled(submission.state); looks += 1) {
    onStanding(submission);
    await pause(wish ?? Math.min(lookPause(submission.state, looks), untilFree(submission)));
    wish = null;
    signal.throwIfAborted();
    try {
      const next = await callApi(submissionPath(first.id), { signal, answer: submissionSchema });
      if (next.state === 'refused') return null;
      if (next.state !== submission.state || next.waiting?.why !== submission.waiting?.why) looks = -1;
      submission = next;
    } catch (error) {
      if (hasStatus(error, 404)) return null;
      // A session that is over is told by the page; the submission goes on when there is one again.
      if (!isPassing(error) && !hasStatus(error, 401)) throw error;
      if (error instanceof ApiProblem) wish = error.retryAfterMs;
    }
  }
  return submission;
}

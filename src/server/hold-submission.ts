import { TokenRefused } from './attio/read-answer.ts';
import { isPassing } from './attio/workspace-deal-forms.ts';
import type { Ledger } from './ledger/ledger.ts';
import { keyOf, type SubmissionRow } from './ledger/submission-row.ts';
import { ProblemError } from './problem.ts';
import type { RefusedAnswer } from './submission-answer.ts';

/** How long something that Attio answered in a way nobody knows is left alone. */
const oddAnswerMs = 10_000;

/** When the workspace may go on, and what whoever waits for the submission should know. */
interface Held {
  restMs: number;
  told: ProblemError | null;
}

/**
 * Keeps a submission that cannot be sent now, nothing having been sent: for its member's token, a right, Attio itself.
 * @throws the error, when it is something nobody has thought of
 */
export async function holdSubmission(ledger: Ledger, row: SubmissionRow, error: unknown): Promise<Held> {
  const { workspaceId } = keyOf(row);
  if (isPassing(error)) {
    const isBusy = error.code === 'attio_busy';
    const ms = (error.details.retryAfterS ?? 1) * 1000;
    await ledger.postpone(row, isBusy ? 'attio_busy' : 'attio_unreachable', 0);
    const restMs = isBusy ? await ledger.pause(workspaceId, 'attio_busy', ms) : await ledger.strike(workspaceId);
    return { restMs, told: null };
  }
  if (error instanceof ProblemError && error.code === 'attio_unexpected') {
    await ledger.postpone(row, 'attio_unreachable', oddAnswerMs);
    return { restMs: 0, told: error };
  }
  if (!(error instanceof ProblemError || error instanceof TokenRefused)) throw error;
  const upstream = error instanceof ProblemError ? error.details.upstream : undefined;
  const said: RefusedAnswer | null = upstream ? { errors: [], upstream } : null;
  const why = error instanceof TokenRefused ? 'sign_in' : 'permission';
  await ledger.block(row, { why, answer: said && JSON.stringify(said) });
  return { restMs: 0, told: null };
}

import type { SubmissionState } from '../../contract/submission.ts';

/** Quick at first, when most deals settle, then every half minute. */
const pauses = [500, 1_000, 1_000, 2_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** What a person has to decide changes seldom by itself. */
const checkingPauses = [15_000, 30_000];

/** How long to wait before the next look at a submission that has stood in a state for so many looks, in ms. */
export function lookPause(state: SubmissionState, looks: number): number {
  const ofState = state === 'needs_checking' ? checkingPauses : pauses;
  return ofState[Math.min(looks, ofState.length - 1)] ?? 30_000;
}

const settledStates: ReadonlySet<SubmissionState> = new Set(['created', 'refused', 'dismissed']);

/** Whether nothing more happens to a submission. */
export const isSettled = (state: SubmissionState): boolean => settledStates.has(state);

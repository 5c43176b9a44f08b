import type { Problem } from '../../contract/problem.ts';
import { ApiProblem } from '../api/api-problem.ts';
import type { EndedSend } from './EndedSendNotice.tsx';
import { isJudged } from './is-judged.ts';

/** A refusal that came while the rep was at another deal. */
export const endedBy = (problem: Problem): EndedSend => ({
  how: 'refused',
  problem,
  errors: problem.errors ?? [],
  isOpen: false,
});

/**
 * How a sending ended that the server refused, or did not take. `isSpent`: its id is good for nothing any more. `isOpen`: it may
 * still be sent, or may have been; `mayExist`: Attio may have it, whatever the server now says.
 */
export function endedWith(
  error: unknown,
  { isOpen, mayExist }: { isOpen: boolean; mayExist: boolean },
): { isSpent: boolean; end: EndedSend } {
  const problem = error instanceof ApiProblem ? error.problem : null;
  const isSpent = problem !== null && isJudged(problem);
  // The server judged it anew, so it has forgotten an attempt that may have made the deal.
  if (isSpent && mayExist && problem.code !== 'refused_by_attio') {
    return { isSpent: false, end: { how: 'lost', problem, errors: [], isOpen: true } };
  }
  return { isSpent, end: { how: 'refused', problem, errors: problem?.errors ?? [], isOpen: isOpen && !isSpent } };
}

import type { Problem } from '../../contract/problem.ts';
import type { EndedSend } from './EndedSendNotice.tsx';

/** A refusal that came while the rep was at another deal. */
export const endedBy = (problem: Problem): EndedSend => ({
  how: 'refused',
  problem,
  errors: problem.errors ?? [],
  isOpen: false,
});

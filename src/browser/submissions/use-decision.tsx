import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { resolvePath } from '../../contract/paths.ts';
import { type Decision, type Submission, submissionSchema } from '../../contract/submission.ts';
import { t } from '../../words/t.ts';
import { ApiProblem, NoAnswer } from '../api/api-problem.ts';
import { callApi } from '../api/client.ts';

interface DecisionOutcome {
  onDecided: (submission: Submission) => void;
  /** The decision was not taken, or nobody knows: how it stands must be read anew. */
  onFailed: () => void;
}

/** The pauses before a deal is taken back once more that nobody has answered for, in ms: there are only seconds for it. */
const repeatPauses = [500, 1_000, 2_000, 4_000, 8_000, 8_000];

/**
 * Takes what the rep decides about an open submission to the server, one decision at a time. *Leave* says the same however often it is
 * said, so it is repeated while there is no answer.
 */
export function useDecision(id: string, { onDecided, onFailed }: DecisionOutcome) {
  const isLeave = useRef(false);
  const { mutate, isPending, error, failureCount } = useMutation({
    networkMode: 'always',
    mutationFn: (decision: Decision) => callApi(resolvePath(id), { method: 'POST', body: decision, answer: submissionSchema }),
    retry: (count, failed) => isLeave.current && failed instanceof NoAnswer && count < repeatPauses.length,
    retryDelay: (count) => repeatPauses[count] ?? 0,
    onSuccess: onDecided,
    onError: onFailed,
  });
  const decide = (decision: Decision) => {
    if (isPending) return;
    isLeave.current = decision.decision === 'leave';
    mutate(decision);
  };
  const told = error instanceof ApiProblem ? (error.problem.detail ?? error.problem.title) : t('checking.failed');
  return { decide, isPending, failure: error ? told : isPending && failureCount > 0 ? t('checking.repeating') : null };
}

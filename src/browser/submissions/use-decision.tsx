import { useMutation } from '@tanstack/react-query';
import { resolvePath } from '../../contract/paths.ts';
import { type Decision, type Submission, submissionSchema } from '../../contract/submission.ts';
import { t } from '../../words/t.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { callApi } from '../api/client.ts';

interface DecisionOutcome {
  onDecided: (submission: Submission) => void;
  /** The decision was not taken, or nobody knows: how it stands must be read anew. */
  onFailed: () => void;
}

/** Takes what the rep decides about an open submission to the server, one decision at a time. */
export function useDecision(id: string, { onDecided, onFailed }: DecisionOutcome) {
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: (decision: Decision) => callApi(resolvePath(id), { method: 'POST', body: decision, answer: submissionSchema }),
    onSuccess: onDecided,
    onError: onFailed,
  });
  const decide = (decision: Decision) => {
    if (!isPending) mutate(decision);
  };
  const told = error instanceof ApiProblem ? (error.problem.detail ?? error.problem.title) : t('checking.failed');
  return { decide, isPending, failure: error && told };
}

import type { Problem } from '../../contract/problem.ts';

/** The server answered with a problem (RFC 9457). `retryAfterMs` is its own wish, in milliseconds, or null. */
export class ApiProblem extends Error {
  override name = 'ApiProblem' as const;
  readonly problem: Problem;
  readonly retryAfterMs: number | null;
  constructor(problem: Problem, retryAfterMs: number | null) {
    super(problem.title);
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}

/** No answer, or one that is not ours: the network, a proxy, a page of a hotel's Wi-Fi. Nothing is known. */
export class NoAnswer extends Error {
  override name = 'NoAnswer' as const;
}

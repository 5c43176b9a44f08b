import type { Problem } from '../../contract/problem.ts';

const judgedStatuses = new Set([400, 413, 422]);

/** Whether an answer judged the submission itself: its id is spent. After any other the same submission may still be sent. */
export const isJudged = ({ status }: Problem): boolean => judgedStatuses.has(status);

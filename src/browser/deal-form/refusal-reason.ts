import type { Problem } from '../../contract/problem.ts';

/** Why the server did not take a deal, in a sentence: of several reasons the first. */
export const refusalReason = ({ detail, title, errors = [] }: Problem): string => errors[0]?.message ?? detail ?? title;

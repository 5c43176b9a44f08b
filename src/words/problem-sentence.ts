import { type MessageKey, t } from './t.ts';

type CodeOf<Key extends MessageKey> = Key extends `problem.${infer Code}` ? Code : never;

/** Why a request was not done. Stable: clients may branch on it. */
export type ProblemCode = CodeOf<MessageKey>;

/** The sentence of a problem; `days` is for how long entries are kept. */
export const problemSentence = (code: ProblemCode, { days }: { days: number }): string => t(`problem.${code}`, { days });

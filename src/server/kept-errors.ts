import * as z from 'zod/mini';
import { type FieldError, fieldErrorSchema } from '../contract/problem.ts';
import { languages } from '../words/language.ts';
import { currentLanguage } from '../words/t.ts';
import { speaking } from './speaking.ts';

/**
 * An error as the ledger keeps it: its sentence in the words of whoever sent the deal, and in every other language, since it may be
 * read in one of them. Rows of earlier releases have the one sentence.
 */
export const keptErrorSchema = z.extend(fieldErrorSchema, { messages: z.optional(z.record(z.string(), z.string())) });
export type KeptError = z.infer<typeof keptErrorSchema>;

/** Errors to be kept; `say` finds them, the same in every language, and is asked once in each. */
export function keepErrors(say: () => FieldError[]): KeptError[] {
  const others = languages.filter((language) => language !== currentLanguage());
  const inOthers = others.map((language) => [language, speaking(language, say)] as const);
  return say().map((error, at) => ({
    ...error,
    messages: Object.fromEntries(inOthers.flatMap(([language, errors]) => (errors[at] ? [[language, errors[at].message]] : []))),
  }));
}

/** Kept errors in the language that is spoken now. */
export const sayErrors = (kept: readonly KeptError[]): FieldError[] =>
  kept.map(({ messages, ...error }) => ({ ...error, message: messages?.[currentLanguage()] ?? error.message }));

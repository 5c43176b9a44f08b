import * as z from 'zod/mini';
import type { Choice } from '../contract/deal-form.ts';

/** The id of one of the choices that stand open now; anything else is `code`, never another choice. */
export const choiceSchema = (choices: readonly Choice[], code: 'unknown_status' | 'unknown_option'): z.ZodMiniType<string> =>
  z
    .string({ error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') })
    .check(z.refine((id) => choices.some((choice) => choice.id === id), { error: code }));

/** The id inside Attio's `{id: {…, status_id}, title, …}`, or null when it is not there. */
export function storedChoice(stored: unknown, key: 'status_id' | 'option_id'): string | null {
  if (typeof stored !== 'object' || stored === null || !('id' in stored)) return null;
  const { id } = stored;
  if (typeof id !== 'object' || id === null) return null;
  const value = (id as Record<string, unknown>)[key];
  return typeof value === 'string' ? value : null;
}

/** The title of a choice; its short id when it is not among those that stand open (archived since, say). */
export const choiceTitle = (choices: readonly Choice[] | undefined, id: string): string =>
  choices?.find((choice) => choice.id === id)?.title ?? id.slice(0, 8);

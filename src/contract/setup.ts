import * as z from 'zod/mini';

/**
 * How a second deal of one submission is kept out of a workspace. `marker`: its deals have a unique text attribute into which
 * each submission's own key goes, so Attio refuses a second one. `look_up`: they have none (or one that is not unique), so
 * nothing is sent twice by itself, and what went unanswered is looked for.
 */
export const duplicateProtections = ['marker', 'look_up'] as const;
export type DuplicateProtection = (typeof duplicateProtections)[number];

/** The attribute of deals that `marker` needs: text, unique, of this slug. */
export const markerSlug = 'submission_key';

/** What is looked at before reps begin, in the order in which it is told. */
export const checkNames = ['deals', 'token', 'members', 'required', 'stages', 'protection', 'clock', 'rules'] as const;
export type CheckName = (typeof checkNames)[number];

/** One thing that has to be in order for deals to be entered. */
export const checkSchema = z.object({
  name: z.enum(checkNames),
  is_ready: z.boolean(),
  /** How it is, in a sentence. */
  says: z.string(),
  /** What to do about it, or could be done; null when nothing need be. */
  remedy: z.nullable(z.string()),
});
export type Check = z.infer<typeof checkSchema>;

/** What `GET /api/setup` and `POST /api/setup/marker` answer. */
export const setupSchema = z.object({
  checks: z.array(checkSchema),
  /** Null while the attributes of deals cannot be read: the checks say why. */
  duplicate_protection: z.nullable(z.enum(duplicateProtections)),
  /** What keeps an attribute of the marker's slug from serving; null when it serves, or there is none. */
  marker_fault: z.nullable(z.enum(['not_text', 'not_unique', 'archived', 'not_writable'])),
  /** Whether the visitor may set the workspace up: an admin of it in Attio. */
  is_admin: z.boolean(),
});
export type Setup = z.infer<typeof setupSchema>;

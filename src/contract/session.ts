import * as z from 'zod/mini';
import { memberSchema } from './deal-form.ts';

/** `GET /api/session`: who is signed in, and where. */
export const sessionSchema = z.object({
  member: memberSchema,
  workspace: z.object({ id: z.string(), name: z.string(), slug: z.string() }),
  /** `oauth`: each rep signed in with Attio; `api-key`: one key serves the whole workspace. */
  mode: z.enum(['oauth', 'api-key']),
});
export type Session = z.infer<typeof sessionSchema>;

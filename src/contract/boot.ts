import * as z from 'zod/mini';
import { dealFormSchema } from './deal-form.ts';
import { sessionSchema } from './session.ts';

/**
 * What the document carries so that the first paint needs no request: the server renders from it and the browser
 * hydrates from the same data.
 */
export const bootSchema = z.object({
  page: z.enum(['form', 'sign-in', 'trouble']),
  /** BCP 47; how numbers and money are read and written. */
  locale: z.string(),
  /** True when the workspace is the sandbox: every page says so. */
  sandbox: z.boolean(),
  session: z.nullable(sessionSchema),
  deal_form: z.nullable(dealFormSchema),
  /** Where to come back to after signing in: a path of ours. */
  return_to: z.string(),
  /** The `code` of the problem that keeps the form from being drawn. */
  trouble: z.nullable(z.object({ code: z.string(), message: z.string(), request_id: z.string() })),
});
export type Boot = z.infer<typeof bootSchema>;

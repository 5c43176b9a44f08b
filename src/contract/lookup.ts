import * as z from 'zod/mini';

/** A record offered by a picker, with what tells it from its namesakes. */
export const suggestionSchema = z.object({
  id: z.string(),
  /** Slug of the record's object: `people`, `companies`, or a custom one. */
  object: z.string(),
  name: z.string(),
  /** E-mail address, domain, job title: whatever tells namesakes apart, in the order to show it. */
  details: z.array(z.string()),
  /** Why it is offered first: it belongs to the chosen company. */
  related: z.boolean(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

/** `GET /api/lookup/…`: at most 25 suggestions, related ones first. */
export const lookupSchema = z.object({ suggestions: z.array(suggestionSchema) });
export type Lookup = z.infer<typeof lookupSchema>;

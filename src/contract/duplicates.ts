import * as z from 'zod/mini';

/** The body of `POST /api/duplicates`: a deal's values as far as they are entered. */
export const duplicatesRequestSchema = z.strictObject({ values: z.record(z.string(), z.unknown()) });

/** Why a deal looks like the one being entered. */
export const duplicateReasons = ['company', 'person', 'name', 'value', 'recent'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** An open deal that looks like the one being entered. */
export const similarDealSchema = z.object({
  record_id: z.string(),
  name: z.nullable(z.string()),
  /** Its page in Attio, when Attio named one that is safe to open. */
  web_url: z.nullable(z.string()),
  /** RFC 3339, by Attio's clock. */
  created_at: z.nullable(z.string()),
  /** Its value, stage and owner, in words. */
  details: z.array(z.string()),
  /** The weightiest first, each with its words. */
  reasons: z.array(z.object({ code: z.enum(duplicateReasons), words: z.string() })),
});

/** What `POST /api/duplicates` answers. */
export const duplicatesSchema = z.object({
  /** False when Attio could not be asked in time: then nothing is known, and nothing waits for it. */
  checked: z.boolean(),
  /** The likest first. */
  deals: z.array(similarDealSchema),
  /** The id of the member who usually owns the company's deals, open or not; null when nobody does, or it is not known. */
  usual_owner: z.nullable(z.string()),
});
export type Duplicates = z.infer<typeof duplicatesSchema>;

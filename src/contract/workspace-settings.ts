import * as z from 'zod/mini';

/** The most of each that a workspace may keep. */
export const settingsLimits = { rules: 100, stages: 100, rates: 100, source: 200 } as const;

/**
 * What a rule does with its attribute at its stages. `require`: it is needed. `show`: it stands open rather than under *More
 * fields*. `hide`: it is not asked for, and never sent. `default`: the form fills it in, while nobody has touched it.
 */
export const ruleEffects = ['require', 'show', 'hide', 'default'] as const;
export type RuleEffect = (typeof ruleEffects)[number];

const id = z.string({ error: 'text' }).check(z.minLength(1, { error: 'text' }), z.maxLength(128, { error: 'text' }));

/** What a workspace's own admins ask of its deals, beyond what Attio does. It can only tighten. */
export const ruleSchema = z.strictObject(
  {
    /** Ids of the stages at which it holds; null is every one. */
    stages: z.nullable(
      z
        .array(id, { error: 'stages' })
        .check(z.minLength(1, { error: 'stages' }), z.maxLength(settingsLimits.stages, { error: 'stages' })),
    ),
    /** The slug of an attribute of deals. */
    attribute: id,
    effect: z.enum(ruleEffects, { error: 'effect' }),
    /** Only of a `default`: what is filled in, in our own form. */
    value: z.optional(z.unknown()),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown_key' : 'object') },
);
export type Rule = z.infer<typeof ruleSchema>;

const currencyCode = z.string({ error: 'currency' }).check(z.regex(/^[A-Z]{3}$/, { error: 'currency' }));

/** What one unit of `from` is worth in `to`, on a day, and who says so. */
export const rateSchema = z.strictObject(
  {
    /** ISO 4217. */
    from: currencyCode,
    /** ISO 4217. */
    to: currencyCode,
    /** A decimal above zero, as text so that no float touches it. */
    rate: z.string({ error: 'rate' }).check(
      z.regex(/^\d{1,12}(\.\d{1,12})?$/, { error: 'rate', abort: true }),
      z.refine((rate) => /[1-9]/.test(rate), { error: 'rate' }),
    ),
    /** `YYYY-MM-DD`. */
    date: z.string({ error: 'date' }).check(z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' })),
    source: z
      .string({ error: 'source' })
      .check(z.trim(), z.minLength(1, { error: 'source' }), z.maxLength(settingsLimits.source, { error: 'source' })),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown_key' : 'object') },
);
export type Rate = z.infer<typeof rateSchema>;

/** How deals may be entered in another currency than the workspace's. */
export const exchangeSchema = z.strictObject(
  {
    /** The slug of the text attribute that keeps the amount as it was agreed; null when none does. */
    original_attribute: z.nullable(id),
    rates: limitedList(rateSchema, settingsLimits.rates, 'too_many_rates'),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown_key' : 'object') },
);
export type Exchange = z.infer<typeof exchangeSchema>;

/** What the admins of a workspace have settled for it. */
export const workspaceSettingsSchema = z.strictObject(
  {
    rules: limitedList(ruleSchema, settingsLimits.rules, 'too_many_rules'),
    exchange: z.nullable(exchangeSchema),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown_key' : 'object') },
);
export type WorkspaceSettings = z.infer<typeof workspaceSettingsSchema>;

/**
 * What `GET` and `PUT /api/setup/settings` answer. `version` counts the savings; a `PUT` names the one it changes, so that two
 * admins do not overwrite each other.
 */
export const savedSettingsSchema = z.object({ version: z.int(), settings: workspaceSettingsSchema });
export type SavedSettings = z.infer<typeof savedSettingsSchema>;

/** The envelope of a `PUT`: the settings themselves are judged with the workspace's fields. */
export const settingsRequestSchema = z.strictObject({
  version: z.int().check(z.minimum(0)),
  settings: z.unknown(),
});

/** A list that is counted before anything in it is looked at. */
function limitedList<Item extends z.ZodMiniType>(item: Item, max: number, tooMany: string) {
  const counted = z.array(z.unknown(), { error: 'list' }).check(z.maxLength(max, { error: tooMany, abort: true }));
  return z.pipe(counted, z.array(item));
}

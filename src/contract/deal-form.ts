import * as z from 'zod/mini';
import { exchangeSchema, ruleSchema } from './workspace-settings.ts';

/** The attribute types that the form can draw and send: all of Attio's but `interaction`, which nobody writes. */
export const attributeTypes = [
  'text',
  'number',
  'currency',
  'status',
  'actor-reference',
  'record-reference',
  'select',
  'date',
  'checkbox',
  'timestamp',
  'rating',
  'location',
  'domain',
  'email-address',
  'phone-number',
  'personal-name',
] as const;
export type AttributeType = (typeof attributeTypes)[number];

/** A status or a select option that can be chosen now; archived ones never reach the form. */
export const choiceSchema = z.object({ id: z.string(), title: z.string() });
export type Choice = z.infer<typeof choiceSchema>;

/** One attribute of the workspace's deals, as the form sees it. */
export const fieldSchema = z.object({
  /** Attio's id of the attribute: it stays when an admin changes its slug. */
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  description: z.nullable(z.string()),
  type: z.enum(attributeTypes),
  required: z.boolean(),
  multi: z.boolean(),
  unique: z.boolean(),
  /** Whether the attribute is one of Attio's own rather than one the workspace added. */
  standard: z.boolean(),
  config: z.object({
    /** ISO 4217 code of the attribute's one currency; null for other types. */
    currency_code: z.nullable(z.string()),
    /** Slugs of the objects a reference may point at; null for other types and for "any". */
    target_objects: z.nullable(z.array(z.string())),
  }),
  statuses: z.optional(z.array(choiceSchema)),
  options: z.optional(z.array(choiceSchema)),
  /** The value (in our own form) that a new deal starts with, or null. */
  default: z.nullable(z.unknown()),
  /** Instead of a value: `current-user`, or an ISO 8601 duration that is counted from when the deal is entered. */
  dynamic_default: z.optional(z.string()),
  /** The names of the records that `default` refers to, by record id. */
  default_names: z.optional(z.record(z.string(), z.string())),
});
export type Field = z.infer<typeof fieldSchema>;

/** A person of the workspace. Suspended members are listed so that old deals can name them, but cannot be chosen. */
export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  email_address: z.string(),
  suspended: z.boolean(),
});
export type Member = z.infer<typeof memberSchema>;

/** `GET /api/deal-form`: the fields of the workspace's deals, in the workspace's order, and who may own one. */
export const dealFormSchema = z.object({
  fields: z.array(fieldSchema),
  /** Attributes that the form cannot draw; one that is required stops every deal and is told as such. */
  unsupported: z.array(z.object({ slug: z.string(), title: z.string(), type: z.string(), required: z.boolean() })),
  /** What Attio requires of new companies and people beyond what can be entered with a deal: then none can be made with one. */
  unmakeable: z.array(z.object({ object: z.enum(['companies', 'people']), required: z.array(z.string()) })),
  members: z.array(memberSchema),
  /** The id of the member who is signed in. */
  me: z.string(),
  /** What the workspace's admins ask of its deals beyond Attio; one that speaks of what is gone does nothing. */
  rules: z.array(ruleSchema),
  /** How amounts in other currencies may be entered; null when they may not. */
  exchange: z.nullable(exchangeSchema),
  /** Changes whenever a field, option, status, member or rule does, or a rate. */
  schema_version: z.string(),
});
export type DealForm = z.infer<typeof dealFormSchema>;

import * as z from 'zod/mini';
import { fieldErrorSchema, problemSchema } from './problem.ts';

/** A submission's id is its draft's id: a UUID, made by the browser before the first click. */
export const submissionIdSchema = z.uuid();

/**
 * A title that the rep saw as they entered something: of the field by its slug, of a choice by `slug/id`. One that has become another
 * is told before anything is sent.
 */
const seenTitle = z.tuple([z.string().check(z.maxLength(300)), z.string().check(z.maxLength(10_000))]);
export type SeenTitle = z.infer<typeof seenTitle>;

/** The body of `PUT /api/submissions/:id`: our own plain values by attribute slug. */
export const submissionRequestSchema = z.strictObject({
  values: z.record(z.string(), z.unknown()),
  schema_version: z.string().check(z.minLength(1), z.maxLength(128)),
  seen: z.optional(z.array(seenTitle).check(z.maxLength(1_000))),
  /** How long the rep may still take it back: it does not leave for Attio before. Nothing of what is asked for, so no other body. */
  hold_seconds: z.optional(z.int().check(z.gte(0), z.lte(60))),
});
export type SubmissionRequest = z.infer<typeof submissionRequestSchema>;

/** For so many days what was entered is kept once its submission is settled. */
export const entryDays = 30;

/**
 * Where a submission stands.
 * `received`: kept, nothing sent yet. `sending`: on its way to Attio. `deferred`: Attio was busy or out of reach and certainly
 * did nothing; it goes out by itself. `blocked_auth`: Attio does not let it in as whom it is sent; certainly nothing was done, and
 * it goes on when that changes (its member signs in, say).
 * `unknown`: sent, and no answer that can be trusted; being looked for. `needs_checking`: looked for and not found for certain;
 * a person may decide, and it is still looked for now and then.
 * Final: `created` (the deal is in Attio), `refused` (it is not, and was never), `dismissed` (a person gave it up).
 */
export const submissionStates = [
  'received',
  'sending',
  'deferred',
  'blocked_auth',
  'unknown',
  'needs_checking',
  'created',
  'refused',
  'dismissed',
] as const;
export type SubmissionState = (typeof submissionStates)[number];

/**
 * What keeps Attio's door shut. `sign_in`: the member's sign-in counts no longer; `permission`: the member, or the app, lacks a
 * right; `key`: the installation's one API key counts no longer.
 */
export const blockReasons = ['sign_in', 'permission', 'key'] as const;
export type BlockReason = (typeof blockReasons)[number];

/** An Attio record as it came; only what we rely on is named. */
export const recordSchema = z.looseObject({
  id: z.looseObject({ workspace_id: z.string(), object_id: z.string(), record_id: z.string() }),
  created_at: z.optional(z.string()),
  web_url: z.nullable(z.optional(z.string())),
  values: z.record(z.string(), z.array(z.looseObject({}))),
});
export type DealRecord = z.infer<typeof recordSchema>;

/** One line of the receipt: what was sent against what Attio stored, in words. */
export const receiptLineSchema = z.object({
  field: z.string(),
  title: z.string(),
  sent: z.nullable(z.string()),
  stored: z.nullable(z.string()),
  /** False when Attio stored something else than was sent. */
  same: z.boolean(),
  /** Only of timestamps: the moments themselves (RFC 3339), which whoever reads them has a clock for. */
  moments: z.optional(z.object({ sent: z.array(z.string()), stored: z.array(z.string()) })),
});
export type ReceiptLine = z.infer<typeof receiptLineSchema>;

/** A deal in Attio that may be the one a submission made. */
export const candidateSchema = z.object({
  record_id: z.string(),
  name: z.nullable(z.string()),
  /** Its page in Attio, when it is safe to open. */
  web_url: z.nullable(z.string()),
  /** RFC 3339, by Attio's clock. */
  created_at: z.nullable(z.string()),
  /** What tells it from others, in words: value, stage, owner. */
  details: z.array(z.string()),
  /** False when somebody or something else than Dealslip made it. */
  ours: z.boolean(),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** What a person may decide about a submission whose outcome is open. */
export const decisionNames = ['bind', 'send_again', 'leave'] as const;

/** The body of `POST /api/submissions/:id/resolve`: *this is it*, *it is not there, send again*, *leave it*. */
export const decisionSchema = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('bind'), record_id: z.uuid() }),
  z.strictObject({ decision: z.literal('send_again') }),
  // `taken_back`: what was entered stands in a form again. If nothing was sent yet, the list is without it then.
  z.strictObject({ decision: z.literal('leave'), taken_back: z.optional(z.boolean()) }),
]);
export type Decision = z.infer<typeof decisionSchema>;

/** A company or person that was to be made with the deal. */
export const newRecordOutcomeSchema = z.object({
  /** The first field that names it. */
  field: z.string(),
  object: z.enum(['companies', 'people']),
  /** As the rep called it. */
  name: z.string(),
  /** `made`: by this submission; `found`: Attio had it by then, so that one is used, as it is; `open`: neither yet. */
  how: z.enum(['made', 'found', 'open']),
  record_id: z.nullable(z.string()),
});
export type NewRecordOutcome = z.infer<typeof newRecordOutcomeSchema>;

/** What every route of submissions answers when the request itself was in order. */
export const submissionSchema = z.object({
  id: z.string(),
  state: z.enum(submissionStates),
  /** What the rep called the deal. */
  name: z.nullable(z.string()),
  /** RFC 3339. */
  received_at: z.string(),
  settled_at: z.nullable(z.string()),
  /** Whether Attio may have a deal of it, for all that is known. */
  may_exist: z.boolean(),
  /** Only when `created`. */
  record: z.nullable(recordSchema),
  /** The record's page in Attio, when Attio named one that is safe to open. */
  web_url: z.nullable(z.string()),
  receipt: z.nullable(z.array(receiptLineSchema)),
  /** Companies and people that were entered as new. They stay in Attio whatever becomes of the deal. */
  new_records: z.array(newRecordOutcomeSchema),
  /** Only when `refused`: why, by field. */
  errors: z.nullable(z.array(fieldErrorSchema)),
  /** Only when `received` or `deferred`: why it has not left yet, and how many of the workspace go first. */
  waiting: z.nullable(
    z.object({
      /** `held`: its rep wanted some time to take it back. */
      why: z.enum(['queue', 'held', 'attio_busy', 'attio_unreachable']),
      ahead: z.number(),
      /** RFC 3339; null when only the others are waited for. */
      not_before: z.nullable(z.string()),
    }),
  ),
  /** Only when `blocked_auth`: why, and what Attio said. */
  blocked: z.nullable(z.object({ why: z.enum(blockReasons), upstream: problemSchema.shape.upstream })),
  /** Only when `unknown` or `needs_checking`: deals that may be it, the likeliest first. */
  candidates: z.nullable(z.array(candidateSchema)),
  /** RFC 3339; when it is looked for again, while its outcome is open. */
  next_look_at: z.nullable(z.string()),
  /** What the rep may decide now. */
  decisions: z.array(z.enum(decisionNames)),
  /** Whether Attio itself would refuse a second deal of this submission, so that sending again is without danger. */
  repeat_is_safe: z.boolean(),
  /** Further deals that Attio has for this submission: a duplicate that somebody should look at. */
  duplicates: z.array(z.object({ record_id: z.string(), web_url: z.nullable(z.string()) })),
  /** The workspace in Attio, to look for the deal by hand. */
  look_url: z.nullable(z.string()),
});
export type Submission = z.infer<typeof submissionSchema>;

/** The groups that a list of submissions can be narrowed to, and the states in each. */
export const submissionGroups = {
  open: ['received', 'sending', 'deferred', 'blocked_auth', 'unknown', 'needs_checking'],
  created: ['created'],
  not_created: ['refused', 'dismissed'],
} as const satisfies Record<string, readonly SubmissionState[]>;
export type SubmissionGroup = keyof typeof submissionGroups;

/** What `GET /api/submissions` may be asked: a group, words of the deal's name, and where the page begins. */
export const submissionListQuerySchema = z.strictObject({
  state: z.optional(z.enum(['open', 'created', 'not_created'] satisfies SubmissionGroup[])),
  name: z.optional(z.string().check(z.maxLength(200))),
  cursor: z.optional(z.string().check(z.regex(/^\d{1,16}_[0-9a-f-]{36}$/))),
});

/** What `GET /api/submissions` answers: mine, newest first, those that were asked for. */
export const submissionListSchema = z.object({
  submissions: z.array(submissionSchema),
  /** Where the next page begins; null on the last. */
  next_cursor: z.nullable(z.string()),
  /** The states of all of mine that are open, asked for or not: while there are any, what is listed may change. */
  open_states: z.array(z.enum(submissionStates)),
});
export type SubmissionList = z.infer<typeof submissionListSchema>;

/** What `GET /api/submissions/:id/values` answers: what was sent, to enter another deal like it. */
export const submissionValuesSchema = z.object({
  /** Our own plain values by attribute slug; what was entered as new and has been made since is there by its id. */
  values: z.record(z.string(), z.unknown()),
  /** The names of the records that the values refer to, by record id; one that is gone is absent. */
  record_names: z.record(z.string(), z.string()),
  /** By slug, what a field was called and what was sent in it, in words, as far as a receipt says so. */
  words: z.record(z.string(), z.object({ title: z.string(), text: z.string() })),
});
export type SubmissionValues = z.infer<typeof submissionValuesSchema>;

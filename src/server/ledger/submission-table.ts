import type { Generated } from 'kysely';
import type { SubmissionState } from '../../contract/submission.ts';

/**
 * What a deal carries, when it is sent, against a second one. `unique`: a key of its own, which Attio lets in once. `plain`: the
 * same in an attribute that is not unique, by which it can be found. `none`: nothing.
 */
export type Protection = 'unique' | 'plain' | 'none';

/** Why a submission, or all of a workspace, has to wait. `held` is of one submission alone: its rep may still take it back. */
export type WaitReason = 'held' | 'attio_busy' | 'attio_unreachable';

/** A submission's row. Times are milliseconds since the epoch, on the clock that all processes share. */
export interface SubmissionTable {
  workspace_id: string;
  member_id: string;
  /** The draft's UUID; unique for its member only, so that nobody can take or read another's. */
  id: string;
  state: SubmissionState;
  /** The values as they came, in canonical JSON. */
  body: string;
  /** SHA-256 of the body. */
  body_hash: string;
  /** BCP 47, of whoever sent it; the words that the row keeps, whoever writes them. */
  locale: Generated<string>;
  /** SHA-256 of what tells deals apart in Attio (name, owner, value): two rows with the same are twins. */
  fingerprint: Generated<string>;
  received_at: number;

  /** How often a request was about to go to Attio; settles name the attempt they speak of. */
  attempt: Generated<number>;
  /** Which claim the last attempt had: a name of its own for each. */
  claim: string | null;
  /** What the last attempt carried. */
  protection: Protection | null;
  /** While `sending`: the process that is at it. */
  owner: string | null;
  /** While `sending`: when the attempt can no longer be under way. */
  lease_until: number | null;
  /** While `received` or `deferred`: not sent before. */
  not_before: Generated<number>;
  wait_reason: WaitReason | null;

  /** How many attempts may have created the deal. */
  unsure: Generated<number>;
  /** When the first of those may have left, on the earlier of our clock and Attio's. */
  sent_at: number | null;
  /** When the last attempt left, on the same clock. */
  last_sent_at: number | null;
  /** Whether a person had it sent again though an earlier attempt may have been applied. */
  given_up: Generated<number>;
  /** When its outcome was first unknown. */
  unknown_since: number | null;
  /** How often it has been looked for since. */
  looks: Generated<number>;
  next_look_at: number | null;
  /** Deals that may be it, as JSON. */
  candidates: string | null;

  settled_at: number | null;
  /** Whether its rep took it back into the form before anything was sent. */
  taken_back: Generated<number>;
  /** Why the outcome is unknown, for whoever has to look. */
  reason: string | null;
  record_id: string | null;
  /** What was answered when the row was settled, as JSON, with what it takes to say it in another language. */
  answer: string | null;
  /** Further deals of this submission, as JSON. */
  duplicates: string | null;
  /** Since when nothing of what was entered and answered is here any more. */
  reduced_at: number | null;
}

/** What all submissions of a workspace share. */
export interface WorkspaceTable {
  workspace_id: string;
  /** When the budget of writes has room for one more. */
  next_write_at: Generated<number>;
  /** Whose write it was that had the last turn; a name for each write. */
  turn: string | null;
  /** Attio wants no writes before. */
  paused_until: Generated<number>;
  pause_reason: WaitReason | null;
  /** How often in a row Attio could not be reached. */
  strikes: Generated<number>;
  /** Whom Attio names as the creator of our deals, as `type:id`; learnt from the first. */
  actor: string | null;
  /** As of the last attempt. */
  protection: Protection | null;
}

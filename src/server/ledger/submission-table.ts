import type { SubmissionState } from '../../contract/submission.ts';

/** A submission's row. Times are milliseconds since the epoch. */
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
  /** How often a request was about to go to Attio; settles name the attempt they speak of. */
  attempt: number;
  /** While `sending`: the process that is at it. */
  owner: string | null;
  /** While `sending`: when the attempt can no longer be under way. */
  lease_until: number | null;
  received_at: number;
  settled_at: number | null;
  /** Why the outcome is unknown, for whoever has to look. */
  reason: string | null;
  record_id: string | null;
  /** What was answered when the row was settled, as JSON; replayed as it stands. */
  answer: string | null;
}

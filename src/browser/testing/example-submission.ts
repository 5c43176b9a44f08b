import type { Submission } from '../../contract/submission.ts';

/** A submission for the tests: just received, and whatever else it is said to be. */
export const exampleSubmission = (more: Partial<Submission> = {}): Submission => ({
  id: '6f1ed002-ab85-4f3c-9d0b-5a3f1c2e7a10',
  state: 'received',
  name: 'Globex – annual licence',
  received_at: '2026-03-02T10:00:00.000Z',
  settled_at: null,
  may_exist: false,
  record: null,
  web_url: null,
  receipt: null,
  new_records: [],
  errors: null,
  waiting: null,
  blocked: null,
  candidates: null,
  next_look_at: null,
  decisions: [],
  repeat_is_safe: false,
  duplicates: [],
  look_url: null,
  ...more,
});

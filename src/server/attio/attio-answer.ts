/** What came of one call to Attio. */
export type AttioAnswer =
  /** A whole answer. `json` is undefined when the body is not JSON. */
  | { kind: 'answered'; status: number; json: unknown; text: string; headers: AnswerHeaders }
  /** The connection was never made, so not a byte of the request left: nothing can have happened. */
  | { kind: 'not_sent' }
  /** Sent, perhaps, and no whole answer: a reset, a deadline, an answer over the size limit. Anything may have happened. */
  | { kind: 'lost'; reason: string };

/** The headers of an answer that mean something to us. */
export interface AnswerHeaders {
  contentType: string | null;
  retryAfter: string | null;
  date: string | null;
  /** Attio's own id of the call, worth telling its support. */
  executionId: string | null;
}

/** One complaint about one place in a request; the shape is zod's issue list (seen in recordings of the real service). */
export type Issue = {
  code: string;
  path: readonly (string | number)[];
  message: string;
  expected?: string;
  received?: string;
};

/** A refusal in the API's own envelope. Thrown anywhere, answered by the server's one error handler. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly type: string;
  readonly code: string;
  readonly issues: readonly Issue[] | undefined;

  constructor(status: number, type: string, code: string, message: string, issues?: readonly Issue[]) {
    super(message);
    this.status = status;
    this.type = type;
    this.code = code;
    this.issues = issues;
  }

  /** The body that goes over the wire. */
  body(): Record<string, unknown> {
    const envelope = { status_code: this.status, type: this.type, code: this.code, message: this.message };
    return this.issues ? { ...envelope, validation_errors: this.issues } : envelope;
  }
}

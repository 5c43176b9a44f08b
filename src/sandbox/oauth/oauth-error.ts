/** A refusal of the token endpoint in the form of RFC 6749, 5.2; Attio's own form was never recorded (assumed). */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  readonly code: string;
  readonly status: 400 | 401;

  constructor(code: string, description: string, status: 400 | 401 = 400) {
    super(description);
    this.code = code;
    this.status = status;
  }

  body(): Record<string, string> {
    return { error: this.code, error_description: this.message };
  }
}

import type { FastifyInstance } from 'fastify';
import { OAuthError } from './oauth-error.ts';

const CONTENT_TYPE = 'application/x-www-form-urlencoded';

/** Form parameters, each given once at most; a repeated one stands as `null` and is refused (RFC 6749, 3.1 and 3.2). */
export type FormParameters = Readonly<Record<string, string | null | undefined>>;

/** Reads the parameters of a query string or a form body. */
export function formParameters(encoded: string): FormParameters {
  const parameters: Record<string, string | null> = Object.create(null) as Record<string, string | null>;
  for (const [name, value] of new URLSearchParams(encoded)) parameters[name] = name in parameters ? null : value;
  return parameters;
}

/** Lets the routes of this context take `application/x-www-form-urlencoded`. */
export function acceptForms(context: FastifyInstance): void {
  context.removeAllContentTypeParsers();
  context.addContentTypeParser(
    CONTENT_TYPE,
    { parseAs: 'string', bodyLimit: 64 * 1024 },
    async (_request: unknown, body: string) => formParameters(body),
  );
}

/** The refusal of a body the framework could not hand on as a form; undefined for any other error. */
export function unreadableForm(error: Error): OAuthError | undefined {
  const code = 'code' in error ? String(error.code) : '';
  if (!code.startsWith('FST_ERR_CTP')) return undefined;
  const isTooLong = code === 'FST_ERR_CTP_BODY_TOO_LARGE';
  return new OAuthError('invalid_request', isTooLong ? 'The form is too long.' : `The form must be sent as ${CONTENT_TYPE}.`);
}

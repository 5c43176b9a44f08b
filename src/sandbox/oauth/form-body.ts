import type { FastifyInstance } from 'fastify';

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
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 64 * 1024 },
    async (_request: unknown, body: string) => formParameters(body),
  );
}

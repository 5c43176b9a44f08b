import type { FastifyInstance } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { bearerToken } from '../http/bearer-token.ts';
import { introspection } from '../http/introspection.ts';
import { TOKEN_LENGTH, type Tokens } from '../http/tokens.ts';
import type { Sandbox } from '../sandbox.ts';

/**
 * `/v2/self`, which never answers 401 (seen on the wire): an unknown or revoked token is `{active: false}` with 200, a
 * missing or malformed one is a 400.
 */
export function registerSelfRoute(api: FastifyInstance, sandbox: Sandbox, tokens: Tokens): void {
  api.get('/self', { config: { open: true } }, async (request) => {
    const token = bearerToken(request.headers.authorization);
    if (token?.length !== TOKEN_LENGTH) throw refusals.tokenNotRecognised();
    return introspection(sandbox, tokens.find(token));
  });
}

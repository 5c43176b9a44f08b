import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { refusals } from './errors/refusals.ts';
import { answerError, EXECUTION_ID } from './http/answer-error.ts';
import { answerUnreadable, answerUnusual } from './http/answer-unreadable.ts';
import type { Tokens } from './http/tokens.ts';
import { unknownEndpoint } from './http/unknown-endpoint.ts';
import { registerOAuth } from './oauth/register-oauth.ts';
import { registerDescription } from './openapi/register-description.ts';
import type { SandboxOptions } from './options.ts';
import { registerPages } from './pages/register-pages.ts';
import { registerControlRoutes } from './routes/control.ts';
import { registerApi } from './routes/register-api.ts';
import type { Sandbox } from './sandbox.ts';

/** The HTTP server: the API, the sign-in, the pages a browser opens and, if wanted, the control routes. */
export function buildServer(sandbox: Sandbox, tokens: Tokens, options: SandboxOptions, reset: () => void): FastifyInstance {
  const server = fastify({
    // Read to the end even when too long, so that the client hears the refusal instead of a broken connection.
    bodyLimit: 64 * 1024 * 1024,
    exposeHeadRoutes: true,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 2048 },
    frameworkErrors: answerError,
    clientErrorHandler: answerUnreadable,
    // Node would refuse these without a body; the hook below does it with one.
    http: { requireHostHeader: false },
    // The framework's refusal has another form than the API's; what still comes in while closing is answered.
    return503OnClosing: false,
  });
  answerUnusual(server.server);
  server.setErrorHandler(answerError);
  server.addHook('onRequest', async (request, reply) => {
    reply.header(EXECUTION_ID, randomUUID());
    if (request.headers.host === undefined && request.raw.httpVersion === '1.1') throw refusals.malformedRequest();
  });
  server.setNotFoundHandler(async (request) => {
    throw unknownEndpoint(request);
  });
  registerApi(server, sandbox, tokens, options);
  registerOAuth(server, sandbox, tokens, options);
  registerPages(server, sandbox);
  registerDescription(server);
  if (options.control) registerControlRoutes(server, sandbox, tokens, reset);
  return server;
}

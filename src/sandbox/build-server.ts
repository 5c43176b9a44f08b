import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { answerError, EXECUTION_ID } from './http/answer-error.ts';
import type { Tokens } from './http/tokens.ts';
import { unknownEndpoint } from './http/unknown-endpoint.ts';
import { registerOAuth } from './oauth/register-oauth.ts';
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
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 2048 },
    frameworkErrors: answerError,
  });
  server.setErrorHandler(answerError);
  server.addHook('onRequest', async (_request, reply) => {
    reply.header(EXECUTION_ID, randomUUID());
  });
  server.setNotFoundHandler(async (request) => {
    throw unknownEndpoint(request);
  });
  registerApi(server, sandbox, tokens, options);
  registerOAuth(server, sandbox, tokens, options);
  registerPages(server, sandbox);
  if (options.control) registerControlRoutes(server, sandbox, tokens, reset);
  return server;
}

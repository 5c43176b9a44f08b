import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import type { SandboxOptions } from '../options.ts';
import { registerAttributeRoutes } from '../routes/attributes.ts';
import { registerMemberRoutes } from '../routes/members.ts';
import { registerObjectRoutes } from '../routes/objects.ts';
import { registerOptionRoutes } from '../routes/options.ts';
import { registerQueryRoute } from '../routes/query.ts';
import { registerRecordRoutes } from '../routes/records.ts';
import { registerSearchRoute } from '../routes/search.ts';
import { registerSelfRoute } from '../routes/self.ts';
import { registerStatusRoutes } from '../routes/statuses.ts';
import type { Sandbox } from '../sandbox.ts';
import { timestamp } from '../workspace/timestamp.ts';
import { authenticate, requireScopes } from './caller.ts';
import { parseJsonBody } from './json-body.ts';
import { RateLimiter } from './rate-limiter.ts';
import type { Tokens } from './tokens.ts';
import { unknownEndpoint } from './unknown-endpoint.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a token must be allowed to do. */
    scopes?: readonly string[];
    /** Counts against the write limit; POST query and search only read (assumed). */
    writes?: boolean;
    /** Answers whoever asks, as `/v2/self` does. */
    open?: boolean;
  }
}

/** Mounts `/v2`: its headers, its judgement of who may ask how often, and its routes. */
export function registerApi(server: FastifyInstance, sandbox: Sandbox, tokens: Tokens, options: SandboxOptions): void {
  const reads = new RateLimiter(options.readLimit);
  const writes = new RateLimiter(options.writeLimit);

  server.register(
    (api, _options, done) => {
      api.removeAllContentTypeParsers();
      api.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: unknown, body: string) =>
        parseJsonBody(body),
      );

      api.addHook('onRequest', async (request, reply) => {
        reply.headers({
          'x-accurate-at': timestamp(sandbox.now()),
          'access-control-allow-origin': '*',
          'x-frame-options': 'DENY',
        });
        if (options.latencyMs > 0) await delay(options.latencyMs);
        const { scopes, writes: isWrite, open } = request.routeOptions.config;
        if (!open) authenticate(request, tokens);
        if (request.is404) throw unknownEndpoint(request);
        const retryAt = (isWrite ? writes : reads).take(sandbox.now());
        if (retryAt) {
          reply.header('retry-after', retryAt.toUTCString());
          throw refusals.rateLimited();
        }
        if (scopes) requireScopes(request, scopes);
      });
      // Without a handler of its own this context's hook would not see unknown routes.
      api.setNotFoundHandler(async (request) => {
        throw unknownEndpoint(request);
      });

      registerObjectRoutes(api, sandbox);
      registerAttributeRoutes(api, sandbox);
      registerOptionRoutes(api, sandbox);
      registerStatusRoutes(api, sandbox);
      registerMemberRoutes(api, sandbox);
      registerSelfRoute(api, sandbox, tokens);
      registerSearchRoute(api, sandbox);
      registerQueryRoute(api, sandbox);
      registerRecordRoutes(api, sandbox);
      done();
    },
    { prefix: '/v2' },
  );
}

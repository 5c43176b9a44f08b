import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { authenticate, requireScopes } from '../http/caller.ts';
import { parseJsonBody } from '../http/json-body.ts';
import { RateLimiter } from '../http/rate-limiter.ts';
import type { Tokens } from '../http/tokens.ts';
import { unknownEndpoint } from '../http/unknown-endpoint.ts';
import type { SandboxOptions } from '../options.ts';
import { linkCompanies } from '../records/link-company.ts';
import type { Sandbox } from '../sandbox.ts';
import { timestamp } from '../workspace/timestamp.ts';
import { registerAttributeRoutes } from './attributes.ts';
import { registerEntryRoutes } from './entries.ts';
import { registerListRoutes } from './lists.ts';
import { registerMemberRoutes } from './members.ts';
import { registerNoteRoutes } from './notes.ts';
import { registerObjectRoutes } from './objects.ts';
import { registerOptionRoutes } from './options.ts';
import { registerQueryRoutes } from './query.ts';
import { registerRecordRoutes } from './records.ts';
import { registerSearchRoute } from './search.ts';
import { registerSelfRoute } from './self.ts';
import { registerStatusRoutes } from './statuses.ts';
import { registerTaskRoutes } from './tasks.ts';
import { registerValueRoutes } from './values.ts';
import { registerWebhookRoutes } from './webhooks.ts';

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
      api.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) =>
        parseJsonBody(body),
      );

      api.addHook('onRequest', async (request, reply) => {
        reply.headers({
          'access-control-allow-origin': '*',
          'access-control-expose-headers': 'x-attio-execution-id,x-attio-record-query-score,WWW-Authenticate',
          vary: 'Origin',
          'x-frame-options': 'DENY',
        });
        if (options.latencyMs > 0) await delay(options.latencyMs);
        const { scopes, writes: isWrite, open } = request.routeOptions.config;
        if (!open) authenticate(request, tokens);
        // `/objects/` is not the object without a name.
        const isIncomplete = Object.values(request.params as Record<string, string>).includes('');
        if (request.is404 || isIncomplete) throw unknownEndpoint(request);
        const retryAt = (isWrite ? writes : reads).take(sandbox.now());
        if (retryAt) {
          reply.header('retry-after', retryAt.toUTCString());
          throw refusals.rateLimited();
        }
        if (scopes) requireScopes(request, scopes);
        linkCompanies(sandbox);
      });
      api.addHook('onSend', async (request, reply) => {
        // As recorded: on answers about the workspace's data, not on refusals nor where a token asks about itself.
        const { open } = request.routeOptions.config;
        if (reply.statusCode === 200 && !open) reply.header('x-accurate-at', timestamp(sandbox.now()));
      });
      // Without a handler of its own this context's hook would not see unknown routes.
      api.setNotFoundHandler(async (request) => {
        throw unknownEndpoint(request);
      });

      registerObjectRoutes(api, sandbox);
      registerListRoutes(api, sandbox);
      for (const target of ['objects', 'lists'] as const) {
        registerAttributeRoutes(api, sandbox, target);
        registerOptionRoutes(api, sandbox, target);
        registerStatusRoutes(api, sandbox, target);
      }
      registerMemberRoutes(api, sandbox);
      registerSelfRoute(api, sandbox, tokens);
      registerSearchRoute(api, sandbox);
      registerQueryRoutes(api, sandbox);
      registerRecordRoutes(api, sandbox);
      registerEntryRoutes(api, sandbox);
      registerValueRoutes(api, sandbox);
      registerNoteRoutes(api, sandbox);
      registerTaskRoutes(api, sandbox);
      registerWebhookRoutes(api, sandbox, options.allowHttpWebhooks);
      done();
    },
    { prefix: '/v2' },
  );
}

import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import { watchMethods } from './allowed-methods.ts';
import { answerErrors, problemOf } from './answer-errors.ts';
import { answerUnreadable } from './answer-unreadable.ts';
import { compressAnswers } from './compress-answers.ts';
import type { Log } from './log.ts';
import { messagePageStyleHash } from './message-page.ts';
import { ProblemError, sendProblem } from './problem.ts';
import { requestLocale } from './request-locale.ts';
import { requestNotes } from './request-notes.ts';
import { addAssetRoutes } from './routes/asset-routes.ts';
import { addDealFormRoute, type DealFormRouteOptions } from './routes/deal-form-route.ts';
import { addDuplicatesRoute } from './routes/duplicates-route.ts';
import { addHealthRoutes, type HealthRoutesOptions } from './routes/health-routes.ts';
import { addLookupRoutes, type LookupRoutesOptions } from './routes/lookup-routes.ts';
import { addPageRoutes, type PageRoutesOptions } from './routes/page-routes.ts';
import { addSessionRoute } from './routes/session-route.ts';
import { addSetupRoutes, type SetupRoutesOptions } from './routes/setup-routes.ts';
import { addSignInRoutes, type SignInRoutesOptions } from './routes/sign-in-routes.ts';
import { addSubmissionRoutes, type SubmissionRoutesOptions } from './routes/submission-routes.ts';
import { requireOwnHeader, requireSameOrigin } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';
import { speaking, speakToRequests } from './speaking.ts';

export interface AppOptions
  extends DealFormRouteOptions,
    HealthRoutesOptions,
    LookupRoutesOptions,
    Omit<PageRoutesOptions, 'canSignIn'>,
    SetupRoutesOptions,
    SubmissionRoutesOptions {
  log: Log;
  /** What signing in needs; null where an API key makes it unnecessary. */
  signIn: Omit<SignInRoutesOptions, 'publicUrl' | 'client' | 'now'> | null;
}

/** The server's limits (OWASP, denial of service): Fastify's and Node's defaults are zero or far too generous. */
const limits = {
  // Dozens of texts of 10,000 characters in any script.
  bodyBytes: 1024 * 1024,
  headerBytes: 16 * 1024,
  headers: 100,
  headersMs: 10_000,
  requestMs: 15_000,
  /** How often Node looks for requests over these times. */
  checkMs: 2_000,
  requestsPerSocket: 1_000,
  connections: 2_000,
};

/** The HTTP face of the server: what it answers to, and what is true of every answer. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { publicUrl, page, log, isStopping, signIn } = options;
  const https = publicUrl.startsWith('https:');
  const headers = securityHeaders({ styleHashes: [messagePageStyleHash, ...page.styleHashes], https });
  const app = fastify({
    logger: false,
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestMs,
    // A proxy in front keeps its connections open for a minute and must not be the second to close them.
    keepAliveTimeout: https ? 65_000 : 5_000,
    maxRequestsPerSocket: limits.requestsPerSocket,
    http: {
      headersTimeout: limits.headersMs,
      // A request without Host is refused by us, in our own form (`foreign_host`).
      requireHostHeader: false,
      maxHeaderSize: limits.headerBytes,
      connectionsCheckingInterval: limits.checkMs,
    },
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: answerUnreadable(headers),
    frameworkErrors: (error, request, reply) => {
      // An address that cannot be decoded never reaches the hooks below.
      speaking(requestLocale(request.headers), () =>
        sendProblem(reply.headers({ ...headers, 'x-request-id': request.id }), problemOf(error)),
      );
    },
  });
  app.server.maxConnections = limits.connections;
  app.server.maxHeadersCount = limits.headers;

  const methodsOf = watchMethods(app);
  answerErrors(app, { visitors: options.visitors, log, methodsOf, canSignIn: signIn !== null });
  app.removeAllContentTypeParsers();
  // Each route judges its own body; this only enforces the size.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  speakToRequests(app);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...headers, 'x-request-id': request.id });
    // The framework reads a query leniently; half a character would be looked up as something else.
    if (!isDecodable(request.url)) throw new ProblemError('malformed_request');
    if (isStopping() && !request.url.startsWith('/health/')) throw new ProblemError('shutting_down', { retryAfterS: 5 });
  });
  app.addHook('onResponse', async (request, reply) => {
    log('info', {
      event: 'request',
      request_id: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...requestNotes(request),
    });
  });
  compressAnswers(app);
  await app.register(fastifyCookie);

  app.register((api, _options, done) => {
    api.addHook('onRequest', async (request) => {
      requireSameOrigin(request, publicUrl);
      requireOwnHeader(request);
    });
    addSessionRoute(api, options.visitors);
    addDealFormRoute(api, options);
    addLookupRoutes(api, options);
    addDuplicatesRoute(api, options);
    addSetupRoutes(api, options);
    addSubmissionRoutes(api, options);
    done();
  });
  addHealthRoutes(app, options);
  addPageRoutes(app, { ...options, canSignIn: signIn !== null });
  if (signIn) addSignInRoutes(app, { ...options, ...signIn });
  if (page.assetsDirectory !== null) addAssetRoutes(app, page.assetsDirectory);
  return app;
}

/** Whether every percent-encoded character of an address is a whole one. */
function isDecodable(address: string): boolean {
  try {
    decodeURIComponent(address);
    return true;
  } catch {
    return false;
  }
}

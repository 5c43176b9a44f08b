import { isIP } from 'node:net';
import * as z from 'zod/mini';

/** How a rep is known: each signs in with Attio, or one key serves the workspace and something else tells who it is. */
export type Access =
  | { mode: 'oauth'; clientId: string; clientSecret: string }
  | { mode: 'api-key'; apiKey: string; trustedProxy: { address: string; userHeader: string } | null };

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Everything the server can be told from outside; read once, then only passed on. */
export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** The origin that browsers use; null follows the host and the port really taken (loopback only). */
  publicUrl: string | null;
  attioApiUrl: string;
  /** Authorize, token, and the only host a `web_url` may name. */
  attioAppUrl: string;
  access: Access;
  /** Workspace ids that may sign in; null lets any in. */
  allowedWorkspaces: readonly string[] | null;
  /** 32 bytes: encrypts tokens at rest. */
  secretKey: Buffer;
  dataDirectory: string;
  /** PostgreSQL, shared by every replica; null keeps everything in SQLite in the data directory. */
  databaseUrl: string | null;
  sessionIdleS: number;
  sessionAbsoluteS: number;
  /** One whole call to Attio, as long as somebody waits for it. */
  upstreamTimeoutMs: number;
  /** How long an answer to a create may still arrive and count as evidence; "not found" is not said before. */
  settleMs: number;
  /** What one workspace may write, over all replicas; Attio's limit is 25. */
  writesPerSecond: number;
  logLevel: LogLevel;
  /** Whether the upstream is the sandbox; said on every page. Never from the environment: whoever starts the sandbox knows. */
  sandbox: boolean;
}

/** Refused configuration: the message names every variable at fault and what to do about it. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '::1' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const isOrigin = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) return false;
  return url.pathname === '/' && (url.protocol === 'https:' || isLoopback(url.hostname));
};

const origin = z.string().check(
  z.refine(isOrigin, { error: 'must be an https:// address without a path (http:// only for a loopback host)' }),
  z.overwrite((text) => (URL.canParse(text) ? new URL(text).origin : text)),
);

const wholeNumber = (from: number, to: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,9}$/, { error: `must be a whole number from ${from} to ${to}` })),
    z.pipe(
      z.transform(Number),
      z
        .number()
        .check(z.refine((value) => value >= from && value <= to, { error: `must be a whole number from ${from} to ${to}` })),
    ),
  );

const text = z.optional(z.string());

const environmentSchema = z.object({
  HOST: z._default(
    z.string().check(z.regex(/^[a-z0-9.:-]{1,253}$/i, { error: 'must be an address to listen on, like 127.0.0.1 or 0.0.0.0' })),
    '127.0.0.1',
  ),
  PORT: z._default(wholeNumber(0, 65_535), 4310),
  PUBLIC_URL: z.optional(origin),
  ATTIO_API_URL: z._default(origin, 'https://api.attio.com'),
  ATTIO_APP_URL: z._default(origin, 'https://app.attio.com'),
  ATTIO_CLIENT_ID: text,
  ATTIO_CLIENT_SECRET: text,
  ATTIO_API_KEY: text,
  TRUSTED_PROXY: z.optional(
    z.string().check(z.refine((address) => isIP(address) !== 0, { error: 'must be the IP address of the proxy' })),
  ),
  TRUSTED_USER_HEADER: z.optional(
    z.string().check(z.regex(/^[a-z0-9-]{1,64}$/i, { error: 'must be the name of a request header' }), z.toLowerCase()),
  ),
  ALLOWED_WORKSPACES: z.optional(
    z.pipe(
      z.pipe(
        z.string(),
        z.transform((list) => list.split(/[\s,]+/).filter((id) => id !== '')),
      ),
      z.array(z.string()).check(
        z.refine((ids) => ids.length > 0 && ids.every((id) => uuid.test(id)), {
          error: 'must be workspace ids (UUIDs), separated by commas',
        }),
        z.overwrite((ids) => ids.map((id) => id.toLowerCase())),
      ),
    ),
  ),
  SECRET_KEY: z.string({ error: 'is missing: 32 random bytes as base64, for example from `openssl rand -base64 32`' }).check(
    z.refine((key) => /^[A-Za-z0-9+/]{43}=$/.test(key), {
      error: 'must be 32 bytes as base64, for example from `openssl rand -base64 32`',
    }),
  ),
  DATABASE_URL: z.optional(
    z.string().check(
      z.refine((url) => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url), {
        error: 'must be a postgres:// address; leave it out to keep the data in SQLite in DATA_DIR',
      }),
    ),
  ),
  DATA_DIR: z._default(z.string(), '.data'),
  SESSION_IDLE_S: z._default(wholeNumber(1, 2_592_000), 28_800),
  SESSION_ABSOLUTE_S: z._default(wholeNumber(1, 2_592_000), 86_400),
  UPSTREAM_TIMEOUT_MS: z._default(wholeNumber(100, 60_000), 12_000),
  SETTLE_MS: z.optional(wholeNumber(100, 3_600_000)),
  WRITES_PER_SECOND: z._default(wholeNumber(1, 1_000), 20),
  LOG_LEVEL: z._default(z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }), 'info'),
});

type Environment = z.infer<typeof environmentSchema>;

/** An empty variable is an unset one: that is what `docker run -e NAME=` and most .env files mean by it. */
const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

/**
 * Reads the configuration from the environment.
 * @throws ConfigError naming every missing, unreadable or contradictory variable at once.
 */
export function readConfig(env: NodeJS.ProcessEnv, { sandbox = false }: { sandbox?: boolean } = {}): Config {
  const given = withoutEmpty(env);
  const parsed = environmentSchema.safeParse(given);
  const unreadable = parsed.success ? [] : parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`);
  const complaints = [...unreadable, ...contradictions(given)];
  if (!parsed.success || complaints.length > 0) {
    throw new ConfigError(`The configuration cannot be used:\n${complaints.map((line) => `  ${line}`).join('\n')}`);
  }
  const e = parsed.data;
  return {
    host: e.HOST,
    port: e.PORT,
    publicUrl: e.PUBLIC_URL ?? (e.PORT === 0 ? null : originOf(e.HOST, e.PORT)),
    attioApiUrl: e.ATTIO_API_URL,
    attioAppUrl: e.ATTIO_APP_URL,
    access: accessOf(e),
    allowedWorkspaces: e.ALLOWED_WORKSPACES ?? null,
    secretKey: Buffer.from(e.SECRET_KEY, 'base64'),
    dataDirectory: e.DATA_DIR,
    databaseUrl: e.DATABASE_URL ?? null,
    sessionIdleS: e.SESSION_IDLE_S,
    sessionAbsoluteS: e.SESSION_ABSOLUTE_S,
    upstreamTimeoutMs: e.UPSTREAM_TIMEOUT_MS,
    // A commit that comes later than five times the wait for it is beyond belief.
    settleMs: e.SETTLE_MS ?? Math.max(60_000, 5 * e.UPSTREAM_TIMEOUT_MS),
    writesPerSecond: e.WRITES_PER_SECOND,
    logLevel: e.LOG_LEVEL,
    sandbox,
  };
}

/** `http://HOST:PORT` as a browser writes it. */
export const originOf = (host: string, port: number): string =>
  new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`).origin;

/** What `--setup-marker` needs to be told. */
export interface MarkerConfig {
  attioApiUrl: string;
  apiKey: string;
}

const markerEnvironmentSchema = z.object({
  ATTIO_API_URL: environmentSchema.shape.ATTIO_API_URL,
  ATTIO_API_KEY: z.string({ error: 'is missing: a key of the workspace with the scope object_configuration:read-write' }),
});

/**
 * Reads it from the environment.
 * @throws ConfigError naming what is missing
 */
export function readMarkerConfig(env: NodeJS.ProcessEnv): MarkerConfig {
  const parsed = markerEnvironmentSchema.safeParse(withoutEmpty(env));
  if (parsed.success) return { attioApiUrl: parsed.data.ATTIO_API_URL, apiKey: parsed.data.ATTIO_API_KEY };
  const complaints = parsed.error.issues.map((issue) => `  ${String(issue.path[0])} ${issue.message}.`);
  throw new ConfigError(`The configuration cannot be used:\n${complaints.join('\n')}`);
}

function accessOf(e: Environment): Access {
  if (e.ATTIO_API_KEY === undefined) {
    return { mode: 'oauth', clientId: e.ATTIO_CLIENT_ID ?? '', clientSecret: e.ATTIO_CLIENT_SECRET ?? '' };
  }
  const { TRUSTED_PROXY: address, TRUSTED_USER_HEADER: userHeader } = e;
  return { mode: 'api-key', apiKey: e.ATTIO_API_KEY, trustedProxy: address && userHeader ? { address, userHeader } : null };
}

/** What no single variable shows: pairs that need or exclude one another. */
function contradictions(env: NodeJS.ProcessEnv): string[] {
  const complaints: string[] = [];
  const has = (name: string) => env[name] !== undefined;
  const loopback = isLoopback(env['HOST'] ?? '127.0.0.1');
  const either =
    'set ATTIO_CLIENT_ID and ATTIO_CLIENT_SECRET (each rep signs in with Attio), or ATTIO_API_KEY (one key), not both';
  if (has('ATTIO_API_KEY')) {
    if (has('ATTIO_CLIENT_ID') || has('ATTIO_CLIENT_SECRET')) {
      complaints.push(`ATTIO_API_KEY contradicts ATTIO_CLIENT_ID and ATTIO_CLIENT_SECRET: ${either}.`);
    }
    const publicUrl = env['PUBLIC_URL'];
    const isPublic = publicUrl !== undefined && URL.canParse(publicUrl) && !isLoopback(new URL(publicUrl).hostname);
    if (isPublic && loopback && !(has('TRUSTED_PROXY') && has('TRUSTED_USER_HEADER'))) {
      complaints.push(
        'ATTIO_API_KEY lets anybody who reaches PUBLIC_URL act in the workspace: set TRUSTED_PROXY and TRUSTED_USER_HEADER, or leave PUBLIC_URL out.',
      );
    }
    if (!loopback && !(has('TRUSTED_PROXY') && has('TRUSTED_USER_HEADER'))) {
      complaints.push(
        'ATTIO_API_KEY lets anybody who reaches HOST act in the workspace: listen on a loopback HOST, or set TRUSTED_PROXY and TRUSTED_USER_HEADER.',
      );
    }
  } else {
    for (const name of ['ATTIO_CLIENT_ID', 'ATTIO_CLIENT_SECRET']) {
      if (!has(name)) complaints.push(`${name} is missing: ${either}.`);
    }
    for (const name of ['TRUSTED_PROXY', 'TRUSTED_USER_HEADER']) {
      if (has(name)) complaints.push(`${name} is only for ATTIO_API_KEY: remove it.`);
    }
  }
  if (has('ATTIO_API_KEY') && has('TRUSTED_PROXY') !== has('TRUSTED_USER_HEADER')) {
    complaints.push('TRUSTED_PROXY and TRUSTED_USER_HEADER need each other: set both, or neither.');
  }
  if (!loopback && !has('PUBLIC_URL')) {
    complaints.push('PUBLIC_URL is missing: the https:// address that browsers use, needed unless HOST is a loopback address.');
  }
  return complaints;
}

import { parseArgs } from 'node:util';
import { TOKEN_LENGTH } from './http/tokens.ts';
import { defaultOptions, type SandboxOptions } from './options.ts';

export const help = `A pretend Attio on this computer.

  --port N              where to listen on 127.0.0.1 (${defaultOptions.port}; 0 takes any free port)
  --data DIR            where to keep everything (${defaultOptions.data}; :memory: keeps nothing)
  --seed WHAT           demo (default), empty, or a number of made-up companies and people; used once, on a new DIR
  --api-key KEY         the accepted API key, ${TOKEN_LENGTH} characters (default: a known demo key)
  --scopes "A B"        what the key and signed-in apps may do (default: everything)
  --client-id ID        of the app that signs people in
  --client-secret TEXT
  --redirect-uri URL    where the app may be sent back to, exactly; may be given several times
  --app-url URL         where web_url leads (default: here)
  --write-limit N       writes per second (${defaultOptions.writeLimit})
  --read-limit N        reads per second (${defaultOptions.readLimit})
  --search-lag-ms N     how late search learns of a change (${defaultOptions.searchLagMs})
  --latency-ms N        how long every answer of the API waits (${defaultOptions.latencyMs})
  --allow-http-webhooks webhooks may lead to http addresses on this computer
  --webhook-retry-ms N  how long the first retry of a delivery waits (${defaultOptions.webhookRetryMs})
  --control             open POST /_sandbox/revoke, suspend, object, currency and reset, for tests
  --help                show this
`;

/** The options of a command line, or \`help\`. Throws one clear sentence about what is wrong. */
export function readCommandLine(args: readonly string[]): SandboxOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      seed: { type: 'string' },
      'api-key': { type: 'string' },
      scopes: { type: 'string' },
      'client-id': { type: 'string' },
      'client-secret': { type: 'string' },
      'redirect-uri': { type: 'string', multiple: true },
      'app-url': { type: 'string' },
      'write-limit': { type: 'string' },
      'read-limit': { type: 'string' },
      'search-lag-ms': { type: 'string' },
      'latency-ms': { type: 'string' },
      'allow-http-webhooks': { type: 'boolean' },
      'webhook-retry-ms': { type: 'string' },
      control: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return 'help';
  const apiKey = values['api-key'] ?? defaultOptions.apiKey;
  if (apiKey.length !== TOKEN_LENGTH) throw new Error(`--api-key must have ${TOKEN_LENGTH} characters, not ${apiKey.length}.`);
  const scopes = (values.scopes ?? defaultOptions.scopes).split(/\s+/).filter(Boolean);
  for (const scope of scopes)
    if (!/^[a-z_]+:read(-write)?$/.test(scope)) throw new Error(`--scopes must be scopes like note:read, not "${scope}".`);
  const redirectUris = values['redirect-uri'] ?? defaultOptions.redirectUris;
  for (const uri of redirectUris) if (!URL.canParse(uri)) throw new Error(`--redirect-uri must be a URL, not "${uri}".`);
  const appUrl = values['app-url'] ?? defaultOptions.appUrl;
  if (appUrl && !URL.canParse(appUrl)) throw new Error(`--app-url must be a URL, not "${appUrl}".`);
  return {
    port: count('--port', values.port, defaultOptions.port, 65535),
    data: values.data ?? defaultOptions.data,
    seed: seedOf(values.seed),
    apiKey,
    scopes: scopes.join(' '),
    clientId: values['client-id'] ?? defaultOptions.clientId,
    clientSecret: values['client-secret'] ?? defaultOptions.clientSecret,
    redirectUris,
    appUrl: appUrl.replace(/\/+$/, ''),
    writeLimit: count('--write-limit', values['write-limit'], defaultOptions.writeLimit),
    readLimit: count('--read-limit', values['read-limit'], defaultOptions.readLimit),
    searchLagMs: count('--search-lag-ms', values['search-lag-ms'], defaultOptions.searchLagMs),
    latencyMs: count('--latency-ms', values['latency-ms'], defaultOptions.latencyMs),
    allowHttpWebhooks: values['allow-http-webhooks'] ?? false,
    webhookRetryMs: count('--webhook-retry-ms', values['webhook-retry-ms'], defaultOptions.webhookRetryMs),
    control: values.control ?? false,
  };
}

function seedOf(written: string | undefined): SandboxOptions['seed'] {
  if (written === undefined || written === 'demo' || written === 'empty') return written ?? 'demo';
  if (/^[1-9]\d{0,6}$/.test(written)) return Number(written);
  throw new Error(`--seed must be demo, empty or a number of records, not "${written}".`);
}

function count(flag: string, written: string | undefined, fallback: number, most = 1_000_000_000): number {
  if (written === undefined) return fallback;
  if (/^\d{1,10}$/.test(written) && Number(written) <= most) return Number(written);
  throw new Error(`${flag} must be a whole number up to ${most}, not "${written}".`);
}

/** What a sandbox can be told at its start; everything has a default. */
export type SandboxOptions = {
  port: number;
  /** A directory, or `:memory:`. */
  data: string;
  apiKey: string;
  clientId: string;
  clientSecret: string;
  redirectUris: readonly string[];
  /** The demo workspace, an empty one, or one with so many synthetic companies and as many people. */
  seed: 'demo' | 'empty' | number;
  writeLimit: number;
  readLimit: number;
  searchLagMs: number;
  latencyMs: number;
  /** Of the API key and of every OAuth grant, space-separated. */
  scopes: string;
  /** Whether webhooks may lead to http addresses on this computer. */
  allowHttpWebhooks: boolean;
  /** How long the first retry of a webhook's delivery waits. */
  webhookRetryMs: number;
  /** Opens the `/_sandbox` routes. */
  control: boolean;
  /** Where `web_url` leads; the sandbox's own address when empty. */
  appUrl: string;
};

const ALL_SCOPES = [
  'list_configuration:read-write',
  'list_entry:read-write',
  'note:read-write',
  'object_configuration:read-write',
  'record_permission:read-write',
  'task:read-write',
  'user_management:read-write',
  'webhook:read-write',
].join(' ');

/** Known to everybody and worth nothing: they open this sandbox only. */
export const defaultOptions: SandboxOptions = {
  port: 4311,
  data: '.data/sandbox',
  apiKey: 'dealslip-sandbox-demo-key-for-this-computer-only-000000000000000',
  clientId: '5a4d8cf1-0b0e-4c51-9d5c-0d3a15119000',
  clientSecret: 'dealslip-sandbox-demo-secret',
  redirectUris: ['http://127.0.0.1:4310/auth/callback', 'http://localhost:4310/auth/callback'],
  seed: 'demo',
  writeLimit: 25,
  readLimit: 100,
  searchLagMs: 0,
  latencyMs: 0,
  scopes: ALL_SCOPES,
  allowHttpWebhooks: false,
  webhookRetryMs: 30_000,
  control: false,
  appUrl: '',
};

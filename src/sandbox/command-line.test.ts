import { describe, expect, it } from 'vitest';
import { help, readCommandLine } from './command-line.ts';
import { defaultOptions } from './options.ts';

describe('the command line', () => {
  it('without flags means the defaults', () => {
    expect(readCommandLine([])).toEqual(defaultOptions);
  });

  it('says everything a sandbox can be told', () => {
    const key = 'k'.repeat(64);
    const network = [
      '--port',
      '0',
      '--app-url',
      'https://crm.example.com/',
      '--latency-ms',
      '5',
      '--write-limit',
      '1',
      '--read-limit',
      '2',
    ];
    const app = [
      '--client-id',
      'c',
      '--client-secret',
      's',
      '--redirect-uri',
      'http://a.example.com/1',
      '--redirect-uri',
      'http://a.example.com/2',
    ];
    const rest = [
      '--data',
      ':memory:',
      '--seed',
      '500',
      '--api-key',
      key,
      '--scopes',
      'note:read',
      '--search-lag-ms',
      '9',
      '--allow-http-webhooks',
      '--webhook-retry-ms',
      '10',
      '--control',
    ];
    expect(readCommandLine([...network, ...app, ...rest])).toEqual({
      port: 0,
      appUrl: 'https://crm.example.com',
      latencyMs: 5,
      writeLimit: 1,
      readLimit: 2,
      clientId: 'c',
      clientSecret: 's',
      redirectUris: ['http://a.example.com/1', 'http://a.example.com/2'],
      data: ':memory:',
      seed: 500,
      apiKey: key,
      scopes: 'note:read',
      searchLagMs: 9,
      allowHttpWebhooks: true,
      webhookRetryMs: 10,
      control: true,
    });
  });

  it.each([
    [['--nonsense'], /Unknown option '--nonsense'/],
    [['extra'], /Unexpected argument 'extra'/],
    [['--port'], /--port/],
    [['--port', 'many'], /^--port must be a whole number up to 65535, not "many"\.$/],
    [['--port', '70000'], /^--port must be a whole number up to 65535/],
    [['--latency-ms', '-1'], /--latency-ms/],
    [['--api-key', 'short'], /^--api-key must have 64 characters, not 5\.$/],
    [['--seed', 'huge'], /^--seed must be demo, empty or a number of records, not "huge"\.$/],
    [['--seed', '0'], /^--seed must be/],
    [['--redirect-uri', 'nowhere'], /^--redirect-uri must be a URL, not "nowhere"\.$/],
  ])('%j is refused in a clear sentence', (args, sentence) => {
    expect(() => readCommandLine(args)).toThrow(sentence);
  });

  it('explains every flag', () => {
    expect(readCommandLine(['--help'])).toBe('help');
    const flags =
      'port data seed api-key scopes client-id client-secret redirect-uri app-url write-limit read-limit search-lag-ms latency-ms allow-http-webhooks webhook-retry-ms control';
    for (const flag of flags.split(' ')) expect(help).toContain(`--${flag}`);
  });
});

import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const key = Buffer.alloc(32, 1).toString('base64');
const oauth = { SECRET_KEY: key, ATTIO_CLIENT_ID: 'id', ATTIO_CLIENT_SECRET: 'secret' };
const withKey = { SECRET_KEY: key, ATTIO_API_KEY: 'k'.repeat(64) };

/** The names at the heads of the complaint's lines. */
function complaints(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [...error.message.matchAll(/^ {2}([A-Z_]+)/gm)].map(([, name]) => name ?? '');
  }
  return [];
}

describe('The configuration', () => {
  test('of a sign-in needs four words, and has defaults for the rest', () => {
    expect(readConfig(oauth)).toEqual({
      host: '127.0.0.1',
      port: 4310,
      publicUrl: 'http://127.0.0.1:4310',
      attioApiUrl: 'https://api.attio.com',
      attioAppUrl: 'https://app.attio.com',
      access: { mode: 'oauth', clientId: 'id', clientSecret: 'secret' },
      allowedWorkspaces: null,
      secretKey: Buffer.alloc(32, 1),
      dataDirectory: '.data',
      databaseUrl: null,
      sessionIdleS: 28_800,
      sessionAbsoluteS: 86_400,
      upstreamTimeoutMs: 12_000,
      writesPerSecond: 20,
      settleMs: 60_000,
      logLevel: 'info',
      sandbox: false,
    });
  });

  test('takes an API key on a loopback host, and behind a proxy that is named', () => {
    expect(readConfig(withKey).access).toEqual({ mode: 'api-key', apiKey: 'k'.repeat(64), trustedProxy: null });
    const behindProxy = {
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://deals.example',
      TRUSTED_PROXY: '10.0.0.1',
      TRUSTED_USER_HEADER: 'X-User',
    };
    expect(readConfig({ ...withKey, ...behindProxy }).access).toMatchObject({
      trustedProxy: { address: '10.0.0.1', userHeader: 'x-user' },
    });
  });

  test('with port 0 leaves the public address to the port that is taken', () => {
    expect(readConfig({ ...oauth, PORT: '0' }).publicUrl).toBeNull();
  });

  test('treats an empty variable as an unset one', () => {
    expect(readConfig({ ...oauth, ATTIO_API_KEY: '', PUBLIC_URL: '' }).access.mode).toBe('oauth');
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['nothing at all', {}, ['SECRET_KEY', 'ATTIO_CLIENT_ID', 'ATTIO_CLIENT_SECRET']],
    ['half a client', { SECRET_KEY: key, ATTIO_CLIENT_ID: 'id' }, ['ATTIO_CLIENT_SECRET']],
    ['a client and a key', { ...oauth, ...withKey }, ['ATTIO_API_KEY']],
    ['a key for everybody', { ...withKey, HOST: '0.0.0.0', PUBLIC_URL: 'https://deals.example' }, ['ATTIO_API_KEY']],
    ['half a proxy', { ...withKey, TRUSTED_PROXY: '10.0.0.1' }, ['TRUSTED_PROXY']],
    [
      'a proxy without a key',
      { ...oauth, TRUSTED_PROXY: '10.0.0.1', TRUSTED_USER_HEADER: 'x-user' },
      ['TRUSTED_PROXY', 'TRUSTED_USER_HEADER'],
    ],
    ['a proxy by name', { ...withKey, TRUSTED_PROXY: 'proxy.local', TRUSTED_USER_HEADER: 'x-user' }, ['TRUSTED_PROXY']],
    ['no public address', { ...oauth, HOST: '0.0.0.0' }, ['PUBLIC_URL']],
    ['a public address without TLS', { ...oauth, PUBLIC_URL: 'http://deals.example' }, ['PUBLIC_URL']],
    ['a public address with a path', { ...oauth, PUBLIC_URL: 'https://deals.example/app' }, ['PUBLIC_URL']],
    ['Attio without TLS', { ...oauth, ATTIO_API_URL: 'http://api.attio.com' }, ['ATTIO_API_URL']],
    ['Attio with a password', { ...oauth, ATTIO_APP_URL: 'https://a:b@app.attio.com' }, ['ATTIO_APP_URL']],
    ['a short secret', { ...oauth, SECRET_KEY: 'c2hvcnQ=' }, ['SECRET_KEY']],
    ['a port in words', { ...oauth, PORT: 'http' }, ['PORT']],
    ['a port too high', { ...oauth, PORT: '65536' }, ['PORT']],
    ['a negative time', { ...oauth, SESSION_IDLE_S: '-1' }, ['SESSION_IDLE_S']],
    ['an unknown log level', { ...oauth, LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
    ['workspaces that are no ids', { ...oauth, ALLOWED_WORKSPACES: 'northwind' }, ['ALLOWED_WORKSPACES']],
    ['a database of another kind', { ...oauth, DATABASE_URL: 'mysql://localhost/deals' }, ['DATABASE_URL']],
    [
      'several mistakes',
      { PORT: 'x', LOG_LEVEL: 'y', HOST: '0.0.0.0' },
      ['PORT', 'SECRET_KEY', 'LOG_LEVEL', 'ATTIO_CLIENT_ID', 'ATTIO_CLIENT_SECRET', 'PUBLIC_URL'],
    ],
  ])('with %s is refused by name', (_what, env, names) => {
    expect(complaints(env)).toEqual(names);
  });

  test('is refused without repeating a secret', () => {
    expect(() => readConfig({ ...withKey, SECRET_KEY: 'my-secret', HOST: '0.0.0.0' })).not.toThrow(/my-secret|kkkk/);
  });
});

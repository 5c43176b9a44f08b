import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { type RunningServer, startServer } from '../start.ts';

export const testClient = { clientId: '5a4d8cf1-0b0e-4c51-9d5c-0d3a15119000', clientSecret: 'test-client-secret-0123456789' };

export interface TestServerOptions {
  apiUrl: string;
  appUrl?: string;
  port: number;
  /** Kept when given; else a directory of its own, removed at the end. */
  dataDirectory?: string;
  env?: Record<string, string>;
  now?: () => number;
  assetsDirectory?: string | null;
}

export interface TestServer extends RunningServer {
  dataDirectory: string;
  /** Every line of the log so far. */
  logLines: string[];
}

/** A server against an upstream, with a page that shows its boot data and nothing else. */
export async function startTestServer(options: TestServerOptions): Promise<TestServer> {
  const dataDirectory = options.dataDirectory ?? mkdtempSync(join(tmpdir(), 'dealslip-server-'));
  const logLines: string[] = [];
  const access = options.env?.['ATTIO_API_KEY'] === undefined ? oauthAccess : {};
  const config = readConfig(
    {
      PORT: String(options.port),
      ATTIO_API_URL: options.apiUrl,
      ATTIO_APP_URL: options.appUrl ?? options.apiUrl,
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      DATA_DIR: dataDirectory,
      LOG_LEVEL: 'debug',
      ...access,
      ...options.env,
    },
    { sandbox: true },
  );
  const removeData = () => {
    if (options.dataDirectory === undefined) rmSync(dataDirectory, { recursive: true, force: true });
  };
  const server = await startServer({
    config,
    page: {
      render: (boot) =>
        `<!doctype html><title>${boot.page}</title><script type="application/json">${JSON.stringify(boot)}</script>`,
      styleHashes: ['sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
      assetsDirectory: options.assetsDirectory ?? null,
    },
    log: (line) => logLines.push(line),
    ...(options.now ? { now: options.now } : {}),
  }).catch((error: unknown) => {
    removeData();
    throw error;
  });
  return {
    ...server,
    dataDirectory,
    logLines,
    async close() {
      await server.close();
      removeData();
    },
  };
}

const oauthAccess = { ATTIO_CLIENT_ID: testClient.clientId, ATTIO_CLIENT_SECRET: testClient.clientSecret };

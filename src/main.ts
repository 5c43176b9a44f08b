import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startSandbox } from './sandbox/start.ts';
import { ConfigError, readConfig } from './server/config.ts';
import { type Page, PortTakenError, startServer } from './server/start.ts';

/**
 * The front door. Alone it is production: the BFF against Attio, or no start at all when something is missing. With
 * `--sandbox` it starts the sandbox too and never reaches Attio, whatever the environment says.
 */
const { values: flags } = parseArgs({
  options: {
    sandbox: { type: 'boolean', default: false },
    'sandbox-port': { type: 'string', default: '4311' },
    'sandbox-data': { type: 'string' },
    /** Opens the sandbox's `/_sandbox` routes, for tests. */
    control: { type: 'boolean', default: false },
    'sandbox-api-key': { type: 'string' },
    /** The page's template and the module that draws it, when they are not the built ones (development). */
    'page-template': { type: 'string', default: fileURLToPath(new URL('../client/index.html', import.meta.url)) },
    'page-render': { type: 'string', default: fileURLToPath(new URL('../render/render.js', import.meta.url)) },
  },
});

/** A key of this computer's own, made at the first start and kept, so that sessions outlive a restart. */
function keptSecretKey(dataDirectory: string): string {
  const path = join(dataDirectory, 'secret-key');
  mkdirSync(dataDirectory, { recursive: true });
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    const key = randomBytes(32).toString('base64');
    writeFileSync(path, key, { mode: 0o600, flag: 'wx' });
    return key;
  }
}

/** The port, or any free one where that is taken (or 0): OAuth wants an address before the server that will have it. */
const freePort = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => (port === 0 ? reject(new Error('No port is free.')) : resolve(freePort(0))));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });

/** Starts the sandbox, and says how the BFF reaches it. */
async function sandboxBeside(env: NodeJS.ProcessEnv) {
  const dataDirectory = env.DATA_DIR || '.data';
  const port = Number(env.PORT || 4310) || (await freePort(0));
  const publicUrl = env.PUBLIC_URL || `http://127.0.0.1:${port}`;
  const client = { clientId: '5a4d8cf1-0b0e-4c51-9d5c-0d3a15119000', clientSecret: randomBytes(24).toString('hex') };
  const sandbox = await startSandbox({
    ...client,
    port: await freePort(Number(flags['sandbox-port'])),
    data: flags['sandbox-data'] ?? join(dataDirectory, 'sandbox'),
    control: flags.control,
    ...(flags['sandbox-api-key'] === undefined ? {} : { apiKey: flags['sandbox-api-key'] }),
    redirectUris: [`${publicUrl}/auth/callback`],
  });
  const { ATTIO_API_KEY: _, ...rest } = env;
  return {
    sandbox,
    env: {
      ...rest,
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: publicUrl,
      ATTIO_API_URL: sandbox.url,
      ATTIO_APP_URL: sandbox.url,
      ATTIO_CLIENT_ID: client.clientId,
      ATTIO_CLIENT_SECRET: client.clientSecret,
      SECRET_KEY: env.SECRET_KEY || keptSecretKey(dataDirectory),
      // The terminal is for one address, not for a line a request.
      LOG_LEVEL: env.LOG_LEVEL || 'warn',
    },
  };
}

/** The page: how to draw it, and the hashes of the styles that stand in it. */
async function readPage(): Promise<Page> {
  const template = readFileSync(flags['page-template'], 'utf8');
  const directory = dirname(resolve(flags['page-template']));
  const { renderDocument } = (await import(pathToFileURL(resolve(flags['page-render'])).href)) as {
    renderDocument: (template: string, ...boot: Parameters<Page['render']>) => string;
  };
  const styles = [...template.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style]) => style ?? '');
  return {
    render: (boot) => renderDocument(template, boot),
    styleHashes: styles.map((style) => `sha256-${createHash('sha256').update(style).digest('base64')}`),
    // In development there is none: Vite serves the sources.
    assetsDirectory: existsSync(join(directory, 'assets')) ? directory : null,
  };
}

try {
  const beside = flags.sandbox ? await sandboxBeside(process.env) : null;
  const config = readConfig(beside?.env ?? process.env, { sandbox: beside !== null });
  const server = await startServer({ config, page: await readPage() });
  if (beside) console.log('Sandbox workspace: nothing here reaches Attio. Sign in as any of its members.');
  console.log(`ready ${server.url}`);

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await server.close();
    await beside?.sandbox.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
} catch (error) {
  // A wrong setting and a taken port are for the person at the terminal: a sentence, not a stack.
  const isForPerson = error instanceof ConfigError || error instanceof PortTakenError;
  console.error(isForPerson ? error.message : error);
  process.exit(1);
}

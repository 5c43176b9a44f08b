import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startSandbox } from './sandbox/start.ts';
import { ConfigError, readConfig, readMarkerConfig } from './server/config.ts';
import { setUpMarker } from './server/set-up-marker.ts';
import { type Page, PortTakenError, startServer } from './server/start.ts';

/**
 * The front door. Alone it is production: the BFF against Attio, or no start at all when something is missing. With
 * `--sandbox` it starts the sandbox too and never reaches Attio, whatever the environment says.
 */
const options = {
  sandbox: { type: 'boolean', default: false },
  'sandbox-port': { type: 'string', default: '4311' },
  'sandbox-data': { type: 'string' },
  'sandbox-api-key': { type: 'string' },
  /** Opens the sandbox's `/_sandbox` routes, for tests. */
  control: { type: 'boolean', default: false },
  /** Gives the deals of a workspace the attribute that keeps second ones out, and ends. */
  'setup-marker': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  /** The page's template and the module that draws it, when they are not the built ones (development). */
  'page-template': { type: 'string', default: fileURLToPath(new URL('../client/index.html', import.meta.url)) },
  'page-render': { type: 'string', default: fileURLToPath(new URL('../render/render.js', import.meta.url)) },
} as const;

const help = `Dealslip. Its configuration is in the environment: see README.md.
  --sandbox                 start the sandbox too, and use it in Attio's place
  --sandbox-port PORT       4311; another free one when it is taken
  --sandbox-data DIR        .data/sandbox; :memory: for none
  --sandbox-api-key KEY     64 characters
  --control                 open the sandbox's test routes
  --setup-marker            make the attribute that keeps second deals out of ATTIO_API_KEY's workspace, and end
`;

function readFlags() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new ConfigError(`${error instanceof Error ? error.message : error}\n${help}`);
  }
}

/** A port as written by a person. @throws ConfigError naming where it was written. */
function readPort(text: string, name: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new ConfigError(`${name} must be a whole number from 0 to 65535, and is “${text}”.`);
  return port;
}

/** A key of this computer's own, made at the first start and kept, so that sessions outlive a restart. */
function keptSecretKey(dataDirectory: string): string {
  const path = join(dataDirectory, 'secret-key');
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
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
async function sandboxBeside(env: NodeJS.ProcessEnv, flags: ReturnType<typeof readFlags>) {
  const dataDirectory = env.DATA_DIR || '.data';
  const port = readPort(env.PORT || '4310', 'PORT') || (await freePort(0));
  const wantedPort = readPort(flags['sandbox-port'], '--sandbox-port');
  const publicUrl = env.PUBLIC_URL || `http://127.0.0.1:${port}`;
  const client = { clientId: '5a4d8cf1-0b0e-4c51-9d5c-0d3a15119000', clientSecret: randomBytes(24).toString('hex') };
  const sandbox = await startSandbox({
    ...client,
    port: await freePort(wantedPort),
    data: flags['sandbox-data'] ?? join(dataDirectory, 'sandbox'),
    control: flags.control,
    ...(flags['sandbox-api-key'] === undefined ? {} : { apiKey: flags['sandbox-api-key'] }),
    redirectUris: [`${publicUrl}/auth/callback`],
  }).catch((error: unknown) => {
    // Its own sentence, about our flag.
    throw error instanceof Error ? new ConfigError(error.message.replace(/^--data/, '--sandbox-data')) : error;
  });
  const { ATTIO_API_KEY: _, ...rest } = env;
  if (wantedPort !== 0 && sandbox.port !== wantedPort) {
    console.log(`Port ${wantedPort} is taken, so the sandbox listens on ${sandbox.url}.`);
  }
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
async function readPage(flags: ReturnType<typeof readFlags>): Promise<Page> {
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

async function run(flags: ReturnType<typeof readFlags>): Promise<void> {
  const beside = flags.sandbox ? await sandboxBeside(process.env, flags) : null;
  const config = readConfig(beside?.env ?? process.env, { sandbox: beside !== null });
  const server = await startServer({ config, page: await readPage(flags) });
  if (beside) console.log('Sandbox workspace: nothing here reaches Attio. Sign in as one of its members.');
  else if (server.url !== server.address) console.log(`Dealslip answers browsers at ${server.url}.`);
  console.log(`ready ${server.address}`);

  const stop = async () => {
    await server.close();
    await beside?.sandbox.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

try {
  const flags = readFlags();
  if (flags.help) console.log(help);
  else if (flags['setup-marker']) console.log(await setUpMarker(readMarkerConfig(process.env)));
  else await run(flags);
} catch (error) {
  // A wrong setting and a taken port are for the person at the terminal: a sentence, not a stack.
  const isForPerson = error instanceof ConfigError || error instanceof PortTakenError;
  console.error(isForPerson ? error.message : error);
  process.exit(1);
}

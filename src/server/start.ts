import { createApp } from './app.ts';
import { createAttioClient } from './attio/client.ts';
import { createWorkspaceDealForms } from './attio/workspace-deal-forms.ts';
import type { Clock } from './clock.ts';
import { type Config, ConfigError, originOf } from './config.ts';
import { freePort } from './free-port.ts';
import { createLedger } from './ledger/ledger.ts';
import { type Database, openPostgres, openSqlite } from './ledger/open-database.ts';
import { createSettingsStore } from './ledger/workspace-settings.ts';
import { jsonLog } from './log.ts';
import { createCompanyPeople } from './lookup/company-people.ts';
import { createMetrics } from './metrics.ts';
import type { Page } from './page.ts';
import { type Recovery, startRecovery } from './recover-submissions.ts';
import { createDealSender } from './send-deals.ts';
import { cookieNames } from './session/cookie-names.ts';
import { keyVisitors } from './session/key-visitors.ts';
import { createLoginStore } from './session/login-store.ts';
import { createSessionStore } from './session/session-store.ts';
import { sessionVisitors } from './session/session-visitors.ts';
import { createTokenCipher } from './session/token-cipher.ts';
import { timed } from './spent-time.ts';
import { createSubmitDeal } from './submit-deal.ts';
import { within } from './within.ts';

// Part of how the server is started: `main.ts` knows this file and `config.ts` only.
export type { Page };

export interface StartOptions {
  config: Config;
  page: Page;
  /** Gets each line of the log; stdout when left out. */
  log?: (line: string) => void;
  now?: Clock;
}

export interface RunningServer {
  /** The address that browsers use. */
  url: string;
  /** Where it listens. */
  address: string;
  /** Stops accepting, lets what is under way be answered and recorded, and ends within 15 s. */
  close(): Promise<void>;
}

/** Another program listens where the server should; the message is one sentence for the person at the terminal. */
export class PortTakenError extends Error {
  override name = 'PortTakenError';
}

/** Time for answers under way; the rest of the 15 s is for recording that there was none. */
const drainMs = 13_000;

/**
 * Starts the server.
 * @throws PortTakenError, or ConfigError when the data directory cannot be used
 */
export async function startServer({ config, page, log: write, now = Date.now }: StartOptions): Promise<RunningServer> {
  const log = jsonLog(config.logLevel, write ?? ((line) => process.stdout.write(`${line}\n`)));
  // The public address contains the port and must be known before the server listens.
  const port = config.port === 0 ? await freePort(config.host) : config.port;
  const publicUrl = config.publicUrl ?? originOf(config.host, port);
  const https = publicUrl.startsWith('https:');
  const db = await openData(config);
  const client = createAttioClient({
    apiUrl: config.attioApiUrl,
    appUrl: config.attioAppUrl,
    timeoutMs: config.upstreamTimeoutMs,
    now,
  });
  const ledger = timed('ledger', createLedger(db, now, { writesPerSecond: config.writesPerSecond }));
  const metrics = createMetrics(ledger);

  const { access, allowedWorkspaces } = config;
  const cipher = createTokenCipher(config.secretKey);
  const cookies = cookieNames(https, config.sessionAbsoluteS);
  const limits = { idleMs: config.sessionIdleS * 1000, absoluteMs: config.sessionAbsoluteS * 1000 };
  const sessions = createSessionStore(db, cipher, limits, now);
  const settings = createSettingsStore(db, now);
  const dealForms = createWorkspaceDealForms(client, settings, now);
  const visitors =
    access.mode === 'oauth'
      ? sessionVisitors(sessions, cookies.session, allowedWorkspaces)
      : keyVisitors({ client, access, allowedWorkspaces, now });
  if (access.mode === 'api-key') await ledger.resumeAll();
  const { upstreamTimeoutMs, settleMs, attioAppUrl: appUrl } = config;
  const house = { client, ledger, settings, dealForms, visitors, now, log, metrics, appUrl, upstreamTimeoutMs, settleMs };
  // Each wakes the other; neither runs before both are there.
  let recovery: Recovery | null = null;
  const sender = createDealSender({ ...house, onUnknown: () => recovery?.wake() });
  let isStopping = false;
  const app = await createApp({
    publicUrl,
    page,
    ...house,
    sender,
    submitDeal: createSubmitDeal({ ...house, sender }),
    companyPeople: createCompanyPeople(client, now),
    sandbox: config.sandbox,
    signIn:
      access.mode === 'oauth'
        ? {
            ...access,
            appUrl,
            allowedWorkspaces,
            cookies,
            sessions,
            logins: createLoginStore(db, cipher, now),
            async onSignedIn(workspaceId, memberId) {
              await ledger.resume(workspaceId, memberId);
              recovery?.wake();
            },
          }
        : null,
    isStopping: () => isStopping,
  });
  try {
    await app.listen({ host: config.host, port });
  } catch (error) {
    await Promise.all([app.close(), client.close(), db.destroy()]);
    throw listenError(error, config.host, port);
  }
  // Whoever was sending when its process ended may have created a deal: that is found out first of all.
  recovery = startRecovery({ ...house, sender });
  const { stop } = recovery;
  log('info', { event: 'started' });
  return {
    url: publicUrl,
    address: originOf(config.host, port),
    async close() {
      if (isStopping) return;
      isStopping = true;
      log('info', { event: 'stopping' });
      const hurry = setTimeout(() => app.server.closeAllConnections(), drainMs);
      const closing = app.close();
      await Promise.all([within(drainMs, stop()), sender.drain(drainMs)]);
      await closing;
      clearTimeout(hurry);
      // Breaks off whatever still waits for Attio, which records it as unknown.
      await client.close();
      await sender.drain(1_000);
      await db.destroy();
      log('info', { event: 'stopped' });
    },
  };
}

/** Why the address cannot be listened on, as a sentence for whoever chose it. */
function listenError(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new PortTakenError(`Port ${port} on ${host} is taken by another program: stop it, or set PORT to another.`);
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new ConfigError(`HOST ${host} is not an address of this computer.`);
  if (code === 'EACCES') return new ConfigError(`PORT ${port} may not be listened on by this user: set PORT to one above 1023.`);
  return error;
}

async function openData({ databaseUrl, dataDirectory }: Config): Promise<Database> {
  try {
    return databaseUrl === null ? openSqlite(dataDirectory) : await openPostgres(databaseUrl);
  } catch (error) {
    const reason = error instanceof Error ? error.message || String('code' in error && error.code) : String(error);
    if (databaseUrl === null)
      throw new ConfigError(`DATA_DIR ${dataDirectory} must be a directory that this user may write to, and is not: ${reason}.`);
    // Without its user and password: this sentence goes to a log.
    const { host, pathname } = new URL(databaseUrl);
    throw new ConfigError(
      `DATABASE_URL ${host}${pathname} must be a PostgreSQL that this user may write to, and is not: ${reason}.`,
    );
  }
}

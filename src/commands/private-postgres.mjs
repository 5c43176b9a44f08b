// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @typedef {object} PrivatePostgres
 * @property {string} url where it answers, with a user who may do everything
 * @property {() => Promise<void>} restart stops it at once, as a failure would, and starts it again
 * @property {() => Promise<void>} stop stops it and removes everything it kept
 */

/** A PostgreSQL that tests may use instead, with a user who may create databases. */
export const testDatabaseUrl = process.env.TEST_DATABASE_URL;

/** The directory of the newest server programs on this machine, or undefined. */
function programs() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const places = [...versions.map((version) => join(debian, version, 'bin')), '/usr/local/bin', '/usr/bin', '/opt/homebrew/bin'];
  return places.find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres')));
}

/**
 * PostgreSQL refuses to run as root: who does it there.
 * @returns {{ uid: number, gid: number } | null}
 */
function unprivileged() {
  if (process.getuid?.() !== 0) return null;
  const ask = (/** @type {string} */ flag) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  const numberOf = (/** @type {{ status: number | null, stdout: string }} */ answer) =>
    answer.status === 0 ? Number(answer.stdout) : 65_534;
  return { uid: numberOf(ask('-u')), gid: numberOf(ask('-g')) };
}

/**
 * A port that nobody listens on, below those the system gives to outgoing connections: one of them could take it meanwhile.
 * @returns {Promise<number>}
 */
const anyPort = () =>
  new Promise((resolve) => {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const probe = createServer().once('error', () => resolve(anyPort()));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)));
  });

/** Between us and the server: when our end of its pipe is gone, as this process is, it stops the server and tidies up. */
const keeper = `
  "$0" -D "$1" -p "$2" -h 127.0.0.1 -k "" >&2 & server=$!
  read -r word
  kill -QUIT $server 2>/dev/null
  wait $server
  [ "$word" = keep ] || rm -rf "$1"
`;

/**
 * Sees to it that there are server programs, by apt where that may be done, so that no test has to wait for it. Where there
 * can be none, the tests that need them say that they are skipped; with REQUIRE_POSTGRES set that ends the process.
 */
export function fetchPostgres() {
  if (hasPostgres()) return;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('No PostgreSQL found: fetching one for the tests (a minute or two) …');
    /** @type {import('node:child_process').SpawnSyncOptions} */
    const quietly = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: 'ignore' };
    spawnSync('apt-get', ['update', '-qq'], quietly);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], quietly);
  }
  if (hasPostgres()) return;
  console.error(
    'There is no PostgreSQL here, and none can be installed: its tests are skipped, unless TEST_DATABASE_URL names one.',
  );
  if (process.env.REQUIRE_POSTGRES) process.exit(1);
}

/** Whether tests can have a PostgreSQL. */
export const hasPostgres = () => testDatabaseUrl !== undefined || programs() !== undefined;

/**
 * Starts a PostgreSQL of its own on the loopback interface, from the programs of the system. It ends with this process,
 * however that ends. Null when there are no programs.
 * @returns {Promise<PrivatePostgres | null>}
 */
export async function startPrivatePostgres() {
  const bin = programs();
  if (!bin) return null;
  const who = unprivileged();
  const directory = mkdtempSync(join(tmpdir(), 'dealslip-postgres-'));
  if (who) chownSync(directory, who.uid, who.gid);
  const data = join(directory, 'data');
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'dealslip', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'], {
    ...who,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await anyPort();
  const url = `postgres://dealslip@127.0.0.1:${port}/postgres`;

  const start = () =>
    /** @type {Promise<(keep: boolean) => Promise<void>>} */ (
      new Promise((resolve, reject) => {
        const child = spawn('/bin/sh', ['-c', keeper, join(bin, 'postgres'), data, String(port)], {
          ...who,
          stdio: ['pipe', 'ignore', 'pipe'],
        });
        const ended = new Promise((done) => child.once('exit', done));
        let output = '';
        child.stderr.on('data', (chunk) => {
          output += chunk;
          if (!output.includes('ready to accept connections')) return;
          resolve(async (keep) => {
            child.stdin.end(keep ? 'keep\n' : '');
            await ended;
          });
        });
        void ended.then(() => reject(new Error(`PostgreSQL did not start: ${output}`)));
      })
    );

  let stopServer = await start();
  return {
    url,
    async restart() {
      await stopServer(true);
      stopServer = await start();
    },
    async stop() {
      await stopServer(false);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

// @ts-check
import { readFileSync } from 'node:fs';
import { runNpm } from './run-command.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Locked
 */

/** @param {string} path @returns {Record<string, Locked>} */
const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** @param {string[] | undefined} allowed @param {string} mine */
const allows = (allowed, mine) =>
  !allowed || allowed.includes(mine) || (allowed.every((one) => one.startsWith('!')) && !allowed.includes(`!${mine}`));

/** @returns {string} */
function libc() {
  if (process.platform !== 'linux') return '';
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return report.header?.glibcVersionRuntime ? 'glibc' : 'musl';
}

/**
 * Whether node_modules is not what the lockfile says: never installed, broken off, or older than the lockfile. npm writes
 * what it installed into node_modules/.package-lock.json as its last step.
 */
export function isInstallNeeded() {
  const locked = packagesOf('package-lock.json');
  /** @type {Record<string, Locked>} */
  let installed;
  try {
    installed = packagesOf('node_modules/.package-lock.json');
  } catch {
    return true;
  }
  return Object.entries(locked).some(([path, entry]) => {
    if (path === '' || entry.link) return false;
    const found = installed[path];
    if (found) return found.version !== entry.version;
    const isForHere = allows(entry.os, process.platform) && allows(entry.cpu, process.arch) && allows(entry.libc, libc());
    return !entry.optional || ((entry.os || entry.cpu) && isForHere);
  });
}

/** Installs exactly the lockfile when it is not installed; says so, since it takes a while. Ends the process on failure. */
export async function installIfNeeded() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Dealslip needs Node 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  if (!isInstallNeeded()) return;
  const count = Object.keys(packagesOf('package-lock.json')).length;
  console.log(`Installing what package-lock.json names (up to ${count} packages; half a minute, more with a cold cache) …`);
  // No package of ours needs an install script, so none gets to run one.
  const code = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    console.error('The packages could not be installed: see npm’s message above. Nothing was started.');
    process.exit(code);
  }
}

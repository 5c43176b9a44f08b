// @ts-check
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How often a program looks whether npm is still there, in milliseconds. */
const lookMs = 250;

/**
 * Runs a built program in this very process. npm starts it through a shell that dies of a signal without passing it on, so
 * the program also stops, as cleanly, when that shell is gone.
 * @param {'main' | 'sandbox'} name
 * @param {string[]} flags put before those of the command line
 */
export async function runBuilt(name, flags) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, lookMs);
  watch.unref();
  const path = resolve(`dist/server/${name}.js`);
  process.argv.splice(1, 1, path, ...flags);
  await import(pathToFileURL(path).href);
}

// @ts-check
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Runs a built program in this very process, so that signals reach it without a go-between.
 * @param {'main' | 'sandbox'} name
 * @param {string[]} flags put before those of the command line
 */
export async function runBuilt(name, flags) {
  const path = resolve(`dist/server/${name}.js`);
  process.argv.splice(1, 1, path, ...flags);
  await import(pathToFileURL(path).href);
}

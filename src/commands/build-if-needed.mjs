// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInstalled } from './run-command.mjs';

const inputs = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
const stamp = 'dist/inputs.sha256';

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  const names = readdirSync(path, { withFileTypes: true, recursive: true });
  return names
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** One hash over everything that the build reads. */
function inputsHash() {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const files = existsSync(input) && input.includes('.') ? [input] : filesBelow(input);
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Builds page and server into dist/ unless they are built from just these sources. Ends the process on failure. */
export async function buildIfNeeded() {
  const wanted = inputsHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  // A build that breaks off leaves half of dist/ behind: until it is whole, nothing vouches for it.
  rmSync(stamp, { force: true });
  console.log('Building the page and the server (a few seconds) …');
  // Whoever asks for it, a test included: what is built is what production runs.
  const code = await runInstalled('vite/bin/vite.js', ['build', '--app', '--logLevel', 'warn'], { NODE_ENV: 'production' });
  if (code !== 0) process.exit(code);
  writeFileSync(stamp, wanted);
}

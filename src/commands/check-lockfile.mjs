// @ts-check
/**
 * Fails when package-lock.json would not install on every platform.
 *
 * npm writes a lock without the optional platform packages that its registry did not offer on that day, and `npm ci`
 * then fails elsewhere (EUSAGE). So every optional dependency that a locked package names must have an entry of its own.
 * Versions in package.json must be exact: a range would make two clones differ.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optionalDependencies?: Record<string, string> }} LockedPackage
 * @typedef {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string>, overrides?: Record<string, string> }} Manifest
 */

/**
 * The faults of a lockfile, in words; empty when it is complete.
 * @param {{ packages: Record<string, LockedPackage> }} lock
 * @param {Manifest} manifest
 * @returns {string[]}
 */
export function lockfileFaults(lock, manifest) {
  const faults = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path !== '' && !entry.link && !entry.integrity) faults.push(`${path} has no integrity hash`);
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!isLocked(lock.packages, path, name)) faults.push(`${path} needs ${name} on some platform, and it is not locked`);
    }
  }
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides };
  for (const [name, version] of Object.entries(wanted)) {
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      faults.push(`package.json asks for ${name}@${version}: versions are exact here`);
  }
  return faults;
}

/**
 * Whether Node would find `name` from the package at `path`: in its own node_modules or in one further up.
 * @param {Record<string, LockedPackage>} packages
 * @param {string} path
 * @param {string} name
 */
function isLocked(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const faults = lockfileFaults(
    JSON.parse(readFileSync('package-lock.json', 'utf8')),
    JSON.parse(readFileSync('package.json', 'utf8')),
  );
  for (const fault of faults) console.error(`package-lock.json: ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

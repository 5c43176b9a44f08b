// @ts-check
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand, runInstalled } from './run-command.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome.exe'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} name */
const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((directory) => join(directory, name))
    .find(isProgram);

/** The Chromium that Playwright brought, else the system's; undefined when there is none. */
async function foundChromium() {
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  return names.map(onPath).find(Boolean) ?? places.find(isProgram);
}

/**
 * The path of a Chromium for the browser tests. One is fetched when none is found: Debian's own by apt where that may be
 * installed, else Playwright's. Ends the process when there is no way.
 * @returns {Promise<string>}
 */
export async function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const found = await foundChromium();
  if (found) return found;
  console.log('No Chromium found: fetching one for the browser tests (a minute or two) …');
  if (onPath('apt-get') && process.getuid?.() === 0) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    await runCommand('apt-get', ['update', '-qq'], quiet);
    await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  } else await runInstalled('@playwright/test/cli.js', ['install', 'chromium']);
  const fetched = await foundChromium();
  if (fetched) return fetched;
  console.error('The browser tests need a Chromium: install one, or name it in CHROMIUM_PATH.');
  process.exit(1);
}

// @ts-check
/**
 * `npm run screenshots`: the README's pictures, taken from the real page with its sandbox; then one of each state that axe looks at in
 * the browser tests, wide and narrow, light and dark.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from './build-if-needed.mjs';
import { findChromium } from './find-chromium.mjs';
import { installIfNeeded } from './install-if-needed.mjs';
import { runInstalled } from './run-command.mjs';

await installIfNeeded();
const executablePath = await findChromium();
await buildIfNeeded();

const data = mkdtempSync(join(tmpdir(), 'dealslip-screenshots-'));
const pictures = 'public/screenshots';
const statePictures = 'test-results/states';
mkdirSync(pictures, { recursive: true });

const program = spawn(
  process.execPath,
  ['dist/server/main.js', '--sandbox', '--sandbox-port', '0', '--sandbox-data', ':memory:'],
  {
    env: { ...process.env, PORT: '0', DATA_DIR: data, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
/** @type {string} */
const url = await new Promise((resolve, reject) => {
  program.stdout.on('data', (chunk) => {
    const ready = /^ready (\S+)/m.exec(String(chunk));
    if (ready?.[1]) resolve(ready[1]);
  });
  program.once('exit', () => reject(new Error('The product did not start.')));
});

const { chromium } = await import('@playwright/test');
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });

const rows = [
  'Company\tDeal name\tAmount\tStage\tClose date',
  'globex.com\tGlobex – training\t12,500\tLead\t31 Mar',
  'Initech\tInitech – renewal\t48k\tIn Progress\tend Q1',
  'Umbrella Ltd\tUmbrella – pilot\t5k\tLead\t',
  'globex.com\tGlobex – second site\t90k\tIn Progress\t2027-06-30',
].join('\n');

/**
 * Enters the same deal, and takes a picture of each state on the way.
 * @param {string} name
 * @param {import('@playwright/test').BrowserContextOptions} options
 */
async function takePictures(name, options) {
  const context = await browser.newContext({ deviceScaleFactor: 2, reducedMotion: 'reduce', locale: 'en-US', ...options });
  const page = await context.newPage();
  /** @param {string} state */
  const take = (state) => page.screenshot({ path: join(pictures, `${state}-${name}.png`) });
  /** @param {string} label @param {string} text */
  const pick = async (label, text) => {
    await page.getByRole('combobox', { name: label }).fill(text);
    await page.getByRole('listbox', { name: label }).getByRole('option', { name: text }).first().click();
    await page.keyboard.press('Escape');
  };
  await page.goto(url);
  await page.getByRole('link', { name: 'Sign in with Attio' }).click();
  await page.locator('button[value=allow]').click();
  await page.getByLabel('Deal name').waitFor();
  await pick('Associated company', 'Globex');
  await page.getByLabel('Deal name').fill('Globex – annual licence');
  await page.getByLabel('Deal value').fill('48k');
  await page.getByLabel('Deal stage').selectOption('In Progress');
  await pick('Associated people', 'Bo Li');
  await page.getByText('Draft saved').waitFor();
  await page.getByLabel('Deal name').focus();
  await take('form');
  await page.getByRole('combobox', { name: 'Associated people' }).fill('jo');
  await page.getByRole('option', { name: 'Joana Reis' }).waitFor();
  await take('picker');
  await page.getByRole('option', { name: 'Joana Reis' }).click();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Deal created' }).waitFor();
  await take('receipt');
  await page.goto(`${url}/bulk`);
  await page.getByRole('textbox').fill(rows);
  await page.getByRole('button', { name: 'Read the rows' }).click();
  await page.getByText('3 ready, 1 to look at').waitFor();
  await take('rows');
  await context.close();
}

try {
  await takePictures('light', { viewport: { width: 1280, height: 860 }, colorScheme: 'light' });
  await takePictures('dark', { viewport: { width: 1280, height: 860 }, colorScheme: 'dark' });
  await takePictures('phone', { viewport: { width: 360, height: 740 }, colorScheme: 'light', hasTouch: true, isMobile: true });
  console.log(`The pictures are in ${pictures}/.`);
} finally {
  await browser.close();
  program.kill('SIGTERM');
  rmSync(data, { recursive: true, force: true });
}
// Playwright empties its own folder of results before it begins, which is another one.
rmSync(statePictures, { recursive: true, force: true });
process.exitCode = await runInstalled('@playwright/test/cli.js', ['test', '--config', 'e2e', '-g', '@states'], {
  CHROMIUM_PATH: executablePath,
  STATE_PICTURES: statePictures,
});
console.log(`Pictures of each state are in ${statePictures}/.`);

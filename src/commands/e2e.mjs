// @ts-check
/** `npm run e2e`: the browser tests against the built product. Arguments go to Playwright. */
import { buildIfNeeded } from './build-if-needed.mjs';
import { findChromium } from './find-chromium.mjs';
import { installIfNeeded } from './install-if-needed.mjs';
import { runInstalled } from './run-command.mjs';

await installIfNeeded();
const chromium = await findChromium();
await buildIfNeeded();
process.exitCode = await runInstalled('@playwright/test/cli.js', ['test', '--config', 'e2e', ...process.argv.slice(2)], {
  CHROMIUM_PATH: chromium,
});

// @ts-check
/** `npm test`: everything, from a fresh clone. Stops at the first step that fails, and says how many tests passed. */
import { readFileSync, rmSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';
import { installIfNeeded } from './install-if-needed.mjs';
import { fetchPostgres } from './private-postgres.mjs';
import { runNpm } from './run-command.mjs';

const unitReport = 'test-results/unit.json';
const browserReport = 'test-results/browser.json';

/** @param {string} title @param {string} script @param {string[]} [args] @param {NodeJS.ProcessEnv} [env] */
async function step(title, script, args = [], env = {}) {
  console.log(`\n── ${title}`);
  const code = await runNpm(['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])], env);
  if (code !== 0) {
    console.error(`\n${title}: failed (npm run ${script}).`);
    process.exit(code);
  }
}

/** @param {string} path */
const report = (path) => JSON.parse(readFileSync(path, 'utf8'));

await installIfNeeded();
const chromium = await findChromium();
fetchPostgres();
rmSync('test-results', { recursive: true, force: true });

await step('Lockfile', 'check:lockfile');
await step('Format and lint', 'check:style');
await step('Types', 'check:types');
await step('Unused code and dependencies', 'check:unused');
await step('The law, unit and integration tests', 'check:unit', [
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]);
await step('Browser tests', 'e2e', [], { CHROMIUM_PATH: chromium, BROWSER_REPORT: browserReport });

const unit = report(unitReport);
const { stats } = report(browserReport);
const passed = unit.numPassedTests + stats.expected;
const failed = unit.numFailedTests + stats.unexpected + stats.flaky;
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

// @ts-check
/**
 * `npm run torture`: holds the built server to its promises while everything around it goes wrong. Name scenarios to leave
 * out the rest (`npm run torture -- storm`); `-- --help` lists them and the flags. All of it takes an hour, `--quick` minutes.
 */
import { buildIfNeeded } from './build-if-needed.mjs';
import { installIfNeeded } from './install-if-needed.mjs';
import { fetchPostgres } from './private-postgres.mjs';
import { runInstalled } from './run-command.mjs';

await installIfNeeded();
fetchPostgres();
await buildIfNeeded();
process.exitCode = await runInstalled('tsx/dist/cli.mjs', ['src/torture/main.ts', ...process.argv.slice(2)]);

// @ts-check
/**
 * `npm run bench`: measures what is promised of speed and size, and prints it; nothing here passes or fails. Name what to
 * measure to leave out the rest (`npm run bench -- sandbox`); flags go to it (`--quick` takes a minute).
 */
import { installIfNeeded } from './install-if-needed.mjs';
import { runInstalled } from './run-command.mjs';

/** @type {Record<string, string>} */
const benches = { sandbox: 'src/sandbox/bench/main.ts' };

const words = process.argv.slice(2);
const firstFlag = words.findIndex((word) => word.startsWith('-'));
const names = firstFlag < 0 ? words : words.slice(0, firstFlag);
const flags = words.slice(names.length);
const unknown = names.find((name) => !Object.hasOwn(benches, name));
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}"; there is: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}

await installIfNeeded();
for (const name of names.length > 0 ? names : Object.keys(benches)) {
  const code = await runInstalled('tsx/dist/cli.mjs', [benches[name] ?? '', ...flags]);
  if (code !== 0) process.exit(code);
}

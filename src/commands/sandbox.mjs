// @ts-check
/** `npm run sandbox`: the sandbox alone, as a local Attio API. `-- --help` lists its flags. */
import { buildIfNeeded } from './build-if-needed.mjs';
import { installIfNeeded } from './install-if-needed.mjs';
import { runBuilt } from './run-built.mjs';

await installIfNeeded();
await buildIfNeeded();
await runBuilt('sandbox', []);

// @ts-check
/**
 * `npm run setup-marker`: gives the deals of a workspace the unique attribute by which Attio itself refuses a second deal. The key
 * of that workspace is in ATTIO_API_KEY; it needs `object_configuration:read-write`, this once.
 */
import { buildIfNeeded } from './build-if-needed.mjs';
import { installIfNeeded } from './install-if-needed.mjs';
import { runBuilt } from './run-built.mjs';

await installIfNeeded();
await buildIfNeeded();
await runBuilt('main', ['--setup-marker']);

// @ts-check
/** `npm run serve`: production, the BFF alone against Attio. */
import { buildIfNeeded } from './build-if-needed.mjs';
import { installIfNeeded } from './install-if-needed.mjs';
import { runBuilt } from './run-built.mjs';

await installIfNeeded();
await buildIfNeeded();
await runBuilt('main', []);

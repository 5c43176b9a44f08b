// @ts-check
/** `npm start`: from a fresh clone to a usable page with a demo workspace. Nothing of it reaches the real Attio. */
import { createServer } from 'node:net';
import { buildIfNeeded } from './build-if-needed.mjs';
import { installIfNeeded } from './install-if-needed.mjs';
import { runBuilt } from './run-built.mjs';

const port = Number(process.env.PORT || 4310);

/** Asked first: half a minute of installing is no time to wait for "port taken". */
const isTaken = await new Promise((resolve) => {
  // A port that is none is told by the program itself, in its own words.
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return resolve(false);
  const probe = createServer();
  probe.once('error', (error) => resolve('code' in error && error.code === 'EADDRINUSE'));
  probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
});
if (isTaken) {
  console.error(`Port ${port} is taken by another program. Stop it, or choose another port: PORT=4320 npm start`);
  process.exit(1);
}

await installIfNeeded();
await buildIfNeeded();
await runBuilt('main', ['--sandbox']);

// @ts-check
/**
 * `npm run test:live`: the sandbox's conformance cases against the real Attio, or any other address given as an argument.
 * The API key of a scratch workspace is read from ATTIO_API_KEY; the cases make records and attributes there.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { installIfNeeded } from './install-if-needed.mjs';

const token = process.env.ATTIO_API_KEY;
if (!token) {
  console.error(
    'Set ATTIO_API_KEY to a key of a scratch workspace: the cases make records, attributes and webhooks in it, and leave\n' +
      'archived attributes behind, which Attio cannot delete.',
  );
  process.exit(2);
}
await installIfNeeded();
const tsx = createRequire(import.meta.url).resolve('tsx/cli');
const child = spawn(process.execPath, [tsx, 'src/sandbox/conformance/live.ts', ...process.argv.slice(2)], {
  stdio: ['pipe', 'inherit', 'inherit'],
  env: { ...process.env, ATTIO_API_KEY: undefined },
});
child.stdin.end(token);
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});

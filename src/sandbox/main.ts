import { help, readCommandLine } from './command-line.ts';
import type { SandboxOptions } from './options.ts';
import { seedingProgress } from './seed/seeding-progress.ts';
import { startSandbox } from './start.ts';

/** Starts the sandbox and stops it cleanly on SIGTERM or SIGINT. */
async function run(options: SandboxOptions): Promise<void> {
  const records = typeof options.seed === 'number' ? 2 * options.seed : 0;
  const sandbox = await startSandbox(options, seedingProgress(process.stderr, records));
  process.stderr.write(`API key ${options.apiKey}\nclient id ${options.clientId}, client secret ${options.clientSecret}\n`);
  process.stdout.write(`ready ${sandbox.url}\n`);
  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** A sentence, not a stack trace: whoever starts this can mend the command line or the port, not the code. */
function fail(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const port = isTaken && 'port' in error ? error.port : '';
  process.stderr.write(isTaken ? `Port ${port} is taken by another program; choose another one with --port.\n` : `${reason}\n`);
  process.exit(1);
}

try {
  const options = readCommandLine(process.argv.slice(2));
  if (options === 'help') process.stdout.write(help);
  else await run(options);
} catch (error) {
  fail(error);
}

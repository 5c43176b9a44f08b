import { text } from 'node:stream/consumers';
import { runLive } from './run-live.ts';

// The token comes by the standard input: arguments and the environment of a process can be seen by others.
const [url = 'https://api.attio.com'] = process.argv.slice(2);
const token = (await text(process.stdin)).trim();
try {
  process.exitCode = (await runLive(url, token, (line) => console.log(line))) === 0 ? 0 : 1;
} catch (error) {
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  console.error(`The cases could not be run: ${error instanceof Error ? error.message : String(error)}${cause}`);
  process.exitCode = 1;
}

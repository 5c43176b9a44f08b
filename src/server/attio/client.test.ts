import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type AttioClient, createAttioClient } from './client.ts';

type Answer = (response: ServerResponse) => void;
const answered: Answer = (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
/** The connection closes, as an idle one does in the moment in which it is used again. */
const closed: Answer = (response) => response.socket?.destroy();
const never: Answer = () => {};

let server: Server | undefined;
let client: AttioClient | undefined;
afterEach(async () => {
  await client?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

/** What a call gives, and how many requests arrived, where they are answered one after the other like this. */
async function call(name: 'readSelf' | 'createDeal', answers: readonly Answer[], timeoutMs = 5_000) {
  let arrived = 0;
  server = createServer((_, response) => answers[Math.min(arrived++, answers.length - 1)]?.(response));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = createAttioClient({ apiUrl: url, appUrl: url, timeoutMs });
  const { kind } = await client.call(name, { token: 'a token', ...(name === 'createDeal' && { body: {} }) });
  return { kind, arrived };
}

test('a read whose connection closes before its answer is sent once more', async () => {
  expect(await call('readSelf', [closed, answered])).toEqual({ kind: 'answered', arrived: 2 });
});

test('and not a third time', async () => {
  expect(await call('readSelf', [closed])).toEqual({ kind: 'lost', arrived: 2 });
});

test('a read that takes too long is not repeated', async () => {
  expect(await call('readSelf', [never], 100)).toEqual({ kind: 'lost', arrived: 1 });
});

test('a create is sent once, whatever happens', async () => {
  expect(await call('createDeal', [closed, answered])).toEqual({ kind: 'lost', arrived: 1 });
});

import { randomUUID } from 'node:crypto';
import { type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ApiError } from '../errors/api-error.ts';
import { refusals } from '../errors/refusals.ts';
import { EXECUTION_ID } from './answer-error.ts';

// How long a refused client may still send, so that it reads the refusal instead of finding the connection broken.
const LINGER_MS = 500;

/** What Node's codes for what it could not read mean; any other one is malformed. */
const byCode = new Map<string | undefined, () => ApiError>([
  ['HPE_HEADER_OVERFLOW', refusals.headersTooLarge],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', refusals.bodyTooLarge],
  ['ERR_HTTP_REQUEST_TIMEOUT', refusals.requestTimedOut],
]);

/** Answers bytes that are no HTTP request. There is nothing to reply to yet, so the answer is written by hand. */
export function answerUnreadable({ code }: { code?: string }, socket: Duplex): void {
  if (code === 'ECONNRESET') socket.destroy();
  // What still comes in after a refusal is as unreadable as what came before.
  else if (socket.writable) answerSocket(socket, (byCode.get(code) ?? refusals.malformedRequest)());
}

/** Answers what Node would otherwise answer bare, or not at all: expectations it cannot meet, and CONNECT. */
export function answerUnusual(server: Server): void {
  server.on('checkExpectation', (_request, response) => {
    const refusal = refusals.expectationFailed();
    const body = JSON.stringify(refusal.body());
    response.writeHead(refusal.status, headersOf(body)).end(body);
  });
  server.on('connect', (request, socket) => {
    // Node lets go of this connection, so a client that breaks it would be an error nobody hears.
    socket.on('error', () => socket.destroy());
    answerSocket(socket, refusals.unknownEndpoint('CONNECT', request.url ?? ''));
  });
}

function answerSocket(socket: Duplex, refusal: ApiError): void {
  const body = JSON.stringify(refusal.body());
  const headers = Object.entries({ ...headersOf(body), date: new Date().toUTCString() });
  const statusLine = `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`;
  const head = [statusLine, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\r\n');
  socket.end(`${head}\r\n\r\n${body}`);
  socket.resume();
  const end = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(end));
}

function headersOf(body: string): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    [EXECUTION_ID]: randomUUID(),
    connection: 'close',
  };
}

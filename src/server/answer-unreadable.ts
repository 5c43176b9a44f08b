import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemContentType } from '../contract/problem.ts';
import type { ProblemCode } from '../words/problem-sentence.ts';
import { ProblemError, problemDocument } from './problem.ts';

/** Node's codes for what it could not read as a request. */
const codes = new Map<string | undefined, ProblemCode>([
  ['HPE_HEADER_OVERFLOW', 'headers_too_large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', 'request_timeout'],
]);

/** Answers bytes that are no HTTP request: there is no request object yet, so the answer is written by hand. */
export function answerUnreadable(headers: Readonly<Record<string, string>>) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const problem = new ProblemError(codes.get(error.code) ?? 'malformed_request');
    const requestId = randomUUID();
    const body = JSON.stringify(problemDocument(problem, requestId));
    const head = Object.entries({
      ...headers,
      'content-type': problemContentType,
      'content-length': String(Buffer.byteLength(body)),
      'x-request-id': requestId,
      connection: 'close',
    });
    const statusLine = `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`;
    socket.end(`${[statusLine, ...head.map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n${body}`);
  };
}

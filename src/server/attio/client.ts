import { Agent, buildConnector, type Dispatcher } from 'undici';
import type { Clock } from '../clock.ts';
import type { AttioAnswer } from './attio-answer.ts';
import { type Operation, type OperationName, operationPath, operations } from './operations.ts';

const connectTimeoutMs = 3_000;
const headersTimeoutMs = 10_000;
/** Far more than any deal or schema; an answer beyond it is broken off, not kept in memory. */
const maxAnswerBytes = 1024 * 1024;
/** Why such an answer is lost: undici's code. */
export const tooLarge = 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
/** How a connection that closed without an answer is told: undici's code and the system's. */
const closed: ReadonlySet<string> = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);
/** A clock that is further away than this is no clock. */
const farthestMs = 24 * 60 * 60_000;

export interface AttioClientOptions {
  apiUrl: string;
  appUrl: string;
  /** The deadline of one whole call, unless the call names its own. */
  timeoutMs: number;
  now?: Clock;
}

/** One call: who asks, and what goes into the operation's blanks. */
export interface AttioCall {
  /** Absent only for the OAuth exchange. */
  token?: string | undefined;
  parameters?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON; URLSearchParams are sent as a form. */
  body?: unknown;
  /** Replaces the whole deadline, for a caller that can use a late answer. */
  deadlineMs?: number | undefined;
}

/** The only door to Attio. */
export interface AttioClient {
  /** Never throws for what the network or Attio does; that is in the answer. */
  call(name: OperationName, call: AttioCall): Promise<AttioAnswer>;
  /** Attio's clock less ours in milliseconds, as its last answer told; 0 before the first. Good to about a second. */
  clockAheadMs(): number;
  /** The same, however far away; null before the first answer. */
  saidAheadMs(): number | null;
  close(): Promise<void>;
}

/** An error of the connector's own: the request was not written, whatever the error. */
class NotConnected extends Error {}

/** Connects like undici, and marks every failure to do so, so that it is never mistaken for a lost answer. */
function markingConnector(): buildConnector.connector {
  const connect = buildConnector({ timeout: connectTimeoutMs });
  return (options, callback) =>
    connect(options, (error, socket) => {
      if (error) callback(new NotConnected('not connected', { cause: error }), null);
      else callback(null, socket);
    });
}

/**
 * A client that sends each request once. Redirects are not followed, and there is no retry but one: a read whose connection could not
 * be made, or closed before its answer came (an idle connection may close in the moment in which it is used again). A create is never
 * repeated here, whatever happens (undici's own retry handler repeats on resets and 5xx, which for a create means duplicates).
 */
export function createAttioClient({ apiUrl, appUrl, timeoutMs, now = Date.now }: AttioClientOptions): AttioClient {
  const agent = new Agent({
    connect: markingConnector(),
    maxResponseSize: maxAnswerBytes,
    maxHeaderSize: 16 * 1024,
    pipelining: 1,
  });

  let clockAheadMs = 0;
  let saidAheadMs: number | null = null;

  async function send(operation: Operation, call: AttioCall, deadlineMs: number): Promise<AttioAnswer> {
    const form = call.body instanceof URLSearchParams;
    const request: Dispatcher.RequestOptions = {
      origin: operation.host === 'api' ? apiUrl : appUrl,
      path: operationPath(operation, call.parameters),
      method: operation.method,
      headers: {
        accept: 'application/json',
        'user-agent': 'dealslip',
        ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
        ...(call.body === undefined ? {} : { 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json' }),
      },
      body: call.body === undefined ? null : form ? String(call.body) : JSON.stringify(call.body),
      headersTimeout: call.deadlineMs === undefined ? headersTimeoutMs : deadlineMs,
      bodyTimeout: deadlineMs,
      signal: AbortSignal.timeout(deadlineMs),
    };
    try {
      const { statusCode: status, headers, body } = await agent.request(request);
      const header = (name: string) => [headers[name]].flat()[0] ?? null;
      const saidAt = Date.parse(header('date') ?? '');
      // The header has no milliseconds: on average half a second is missing.
      const ahead = saidAt + 500 - now();
      if (!Number.isNaN(ahead)) saidAheadMs = ahead;
      if (Math.abs(ahead) < farthestMs) clockAheadMs = ahead;
      const text = await body.text();
      return {
        kind: 'answered',
        status,
        json: parseJson(text),
        text,
        headers: {
          contentType: header('content-type'),
          retryAfter: header('retry-after'),
          date: header('date'),
          executionId: header('x-attio-execution-id'),
        },
      };
    } catch (error) {
      if (error instanceof NotConnected) return { kind: 'not_sent' };
      return { kind: 'lost', reason: reasonOf(error) };
    }
  }

  return {
    async call(name, call) {
      const operation: Operation = operations[name];
      const deadlineMs = call.deadlineMs ?? timeoutMs;
      const startedAt = performance.now();
      const answer = await send(operation, call, deadlineMs);
      const isAnswered = answer.kind === 'answered' || (answer.kind === 'lost' && !closed.has(answer.reason));
      if (isAnswered || !operation.readOnly) return answer;
      const restMs = Math.ceil(startedAt + deadlineMs - performance.now());
      return restMs > 0 ? send(operation, call, restMs) : answer;
    },
    clockAheadMs: () => clockAheadMs,
    saidAheadMs: () => saidAheadMs,
    close: () => agent.destroy(),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The code or class of an error: enough to tell a reset from a deadline, and free of anything typed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

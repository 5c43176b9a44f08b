import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CreateFault, ReadFault } from './fault-names.ts';
import type { HttpReply } from './http-call.ts';

/** One request on its way through, for a fault to play with. */
export interface Exchange {
  response: ServerResponse;
  /** Lets the upstream do it, once more each time. */
  forward(): Promise<HttpReply>;
  /** Hands an answer of the upstream on as it is. */
  handOn(reply: HttpReply): void;
  /** Resolves when the caller has gone, or has its answer. */
  gone: Promise<unknown>;
  /** From 0 up to 1, the same for the same attempt of the same deal. */
  luck(what: string): number;
  /** How long the caller waits for an answer, in ms. */
  timeoutMs: number;
  /** Promises the caller, in a 429, that nothing is welcome before then (epoch ms). */
  promise(notBefore: number): void;
}

const drips = 24;

const reset = ({ response }: Exchange) => response.socket?.resetAndDestroy();

function answer({ response }: Exchange, status: number, type: string, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': type, 'content-length': String(Buffer.byteLength(body)), ...headers }).end(body);
}

const json = 'application/json; charset=utf-8';
const html = 'text/html; charset=utf-8';
const page = '<!doctype html><html><head><title>Something went wrong</title></head><body><h1>Bad Gateway</h1></body></html>';

const attioError = (status: number, type: string, code: string, message: string) =>
  JSON.stringify({ status_code: status, type, code, message });

const internalError = attioError(500, 'api_error', 'internal_error', 'An internal error occurred.');
const unavailable = attioError(503, 'api_error', 'service_unavailable', 'The service is unavailable.');

/** A 429 in Attio's form; the promise is by this computer's clock, which is the upstream's. */
function busy(exchange: Exchange, retryAfter: string | null, promisedMs: number): void {
  exchange.promise(Date.now() + promisedMs);
  const body = attioError(429, 'rate_limit_error', 'rate_limit_exceeded', 'Rate limit exceeded, please try again later.');
  answer(exchange, 429, json, body, retryAfter === null ? {} : { 'retry-after': retryAfter });
}

/** HTTP dates have whole seconds: what is promised counts from the second that stands in `Date`. */
function busyUntil(exchange: Exchange, seconds: number): void {
  const now = Math.floor(Date.now() / 1000) * 1000;
  const until = now + seconds * 1000;
  busy(exchange, new Date(until).toUTCString(), until - Date.now());
}

/** In the past, unreadable, or none at all: each must count as a second. (A day ahead is a scenario of its own.) */
const absurdDates = ['Thu, 01 Jan 1970 00:00:00 GMT', 'soon', 'Thu, 99 Foo 2026 25:61:00 GMT', '-5', ''];

/** Applies it some time after the caller was cut off, at most three times its patience later. */
async function applyLater(exchange: Exchange): Promise<void> {
  await sleep((0.1 + 2.9 * exchange.luck('lateness')) * exchange.timeoutMs);
  await exchange.forward();
}

const afterApplying =
  (then: (exchange: Exchange) => void) =>
  async (exchange: Exchange): Promise<void> => {
    await exchange.forward();
    then(exchange);
  };

const otherJson = ({ luck }: Exchange) =>
  ['{"data":{}}', '[]', 'null', '{"data":{"id":{"record_id":"none"},"values":{}}}', '"ok"'][Math.floor(luck('rubbish') * 5)] ??
  '';

/** Plays a fault on a create; resolves when all of it has happened, what is applied late included. */
export const playCreateFault: Record<CreateFault, (exchange: Exchange) => Promise<void> | void> = {
  'dropped before': (exchange) => void reset(exchange),
  'dropped after': afterApplying(reset),
  async 'reset in the body'(exchange) {
    const { status, headers, body } = await exchange.forward();
    const whole = Buffer.byteLength(body);
    exchange.response.writeHead(status, { 'content-type': headers['content-type'] ?? json, 'content-length': String(whole) });
    // Flushed first, or the reset would overtake it.
    exchange.response.write(body.slice(0, Math.floor(body.length / 2)), () => reset(exchange));
  },
  async 'answered too late'(exchange) {
    const reply = await exchange.forward();
    await sleep((1.2 + exchange.luck('slowness')) * exchange.timeoutMs);
    exchange.handOn(reply);
  },
  async 'dropped, applied later'(exchange) {
    reset(exchange);
    await applyLater(exchange);
  },
  async 'timed out, applied later'(exchange) {
    // The caller may listen on for longer than it makes anybody wait.
    await Promise.race([exchange.gone, sleep(1.5 * exchange.timeoutMs)]);
    reset(exchange);
    await sleep(exchange.luck('lateness') * 1.5 * exchange.timeoutMs);
    await exchange.forward();
  },
  async 'sent twice'(exchange) {
    const [first] = await Promise.all([exchange.forward(), exchange.forward()]);
    exchange.handOn(first);
  },
  '429 with seconds': (exchange) => busy(exchange, '1', 1_000),
  '429 with a date': (exchange) => busyUntil(exchange, 2),
  '429 alone': (exchange) => busy(exchange, null, 0),
  '429 with an absurd date': (exchange) =>
    busy(exchange, absurdDates[Math.floor(exchange.luck('date') * absurdDates.length)] ?? '', 0),
  '500': (exchange) => answer(exchange, 500, json, internalError),
  '500, applied': afterApplying((exchange) => answer(exchange, 500, json, internalError)),
  '502 in HTML': (exchange) => answer(exchange, 502, html, page),
  '502 in HTML, applied': afterApplying((exchange) => answer(exchange, 502, html, page)),
  '503': (exchange) => answer(exchange, 503, json, unavailable),
  '503, applied': afterApplying((exchange) => answer(exchange, 503, json, unavailable)),
  '200 in HTML': (exchange) => answer(exchange, 200, html, page),
  '200 in HTML, applied': afterApplying((exchange) => answer(exchange, 200, html, page)),
  async '200 cut short'(exchange) {
    const { body } = await exchange.forward();
    answer(exchange, 200, json, body.slice(0, Math.floor(body.length * (0.1 + 0.8 * exchange.luck('cut')))));
  },
  '200 with other JSON': (exchange) => answer(exchange, 200, json, otherJson(exchange)),
  '200 with other JSON, applied': afterApplying((exchange) => answer(exchange, 200, json, otherJson(exchange))),
  async 'answer in drips'(exchange) {
    const { status, headers, body } = await exchange.forward();
    const { response } = exchange;
    response.writeHead(status, {
      'content-type': headers['content-type'] ?? json,
      'content-length': String(Buffer.byteLength(body)),
    });
    const wholeMs = (0.3 + 2 * exchange.luck('drip')) * exchange.timeoutMs;
    const bytes = Buffer.from(body);
    const step = Math.ceil(bytes.length / drips);
    for (let at = 0; at < bytes.length && !response.destroyed; at += step) {
      response.write(bytes.subarray(at, at + step));
      await sleep(wholeMs / drips);
    }
    response.end();
  },
};

/** Plays a fault on a read: nothing of it reaches the upstream. */
export const playReadFault: Record<ReadFault, (exchange: Exchange) => void> = {
  reset: (exchange) => void reset(exchange),
  '429': (exchange) => busy(exchange, '1', 1_000),
  '500': (exchange) => answer(exchange, 500, json, internalError),
};

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seeded } from '../seeded.ts';
import { type ClockShift, shiftedAnswer, shiftedDate, shiftedRequest } from './clock-shift.ts';
import type { CreateEntry } from './create-log.ts';
import { type CreateFaultPlan, noCreateFaults, noReadFaults, type ReadFault, type ReadFaultPlan } from './fault-names.ts';
import { callHttp, type HttpReply } from './http-call.ts';
import { type Exchange, playCreateFault, playReadFault } from './play-fault.ts';

const createLine = 'POST /v2/objects/deals/records';

export interface FaultyUpstreamOptions {
  targetUrl: string;
  seed: number;
  /** How long the server waits for an answer, in ms: what *too late* is measured against. */
  timeoutMs: number;
  creates?: CreateFaultPlan;
  reads?: ReadFaultPlan;
  /** Plays its own part in the place of a create's upstream, whatever the plan says; false lets the plan speak. */
  instead?: (exchange: Exchange, name: string, attempt: number) => Promise<boolean> | boolean;
  clockShift?: ClockShift | null;
}

/** The upstream as the server sees it: what goes wrong on the way is drawn by lot, and written down. */
export interface FaultyUpstream {
  url: string;
  /** Every create that arrived, in order. */
  creates: CreateEntry[];
  /** How many reads arrived, and how many of them were hit. */
  reads(): { arrived: number; hit: number };
  /** Whether anything goes wrong from now on; at first nothing does. What is under way goes on. */
  setFaults(on: boolean): void;
  /** Resolves when nothing is under way, late commits included. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

const hopHeaders = new Set([
  'host',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'date',
  'accept-encoding',
]);

const endToEnd = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      hopHeaders.has(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  );

/** The name of the deal that a create is to make. */
function dealName(body: string): string {
  try {
    const { name } = (JSON.parse(body) as { data: { values: { name: unknown } } }).data.values;
    const [first] = [name].flat() as (string | { value?: unknown } | undefined)[];
    return typeof first === 'string' ? first : String(first?.value ?? '');
  } catch {
    return '';
  }
}

/** Stands between the server and the sandbox. */
export async function startFaultyUpstream(options: FaultyUpstreamOptions): Promise<FaultyUpstream> {
  const { targetUrl, seed, timeoutMs, clockShift = null } = options;
  const { creates: createPlan = noCreateFaults, reads: readPlan = noReadFaults, instead } = options;
  let isFaulty = false;
  const creates: CreateEntry[] = [];
  const attempts = new Map<string, number>();
  const reads = new Map<string, number>();
  const underWay = new Set<Promise<void>>();
  let readFaults = 0;

  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const handling = handle(request, response).catch(() => void response.destroy());
    underWay.add(handling);
    void handling.finally(() => underWay.delete(handling));
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrivedAt = Date.now();
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const { method = 'GET', url: path = '/' } = request;
    const line = `${method} ${path.split('?')[0]}`;
    // Whatever breaks while it is written is what the fault wanted.
    response.on('error', () => undefined);
    const isCreate = line === createLine;
    const name = isCreate ? dealName(body) : line;
    const counts = isCreate ? attempts : reads;
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    const entry: CreateEntry = {
      ...{ name, attempt: nth, arrivedAt, fault: isCreate && isFaulty ? createPlan(name, nth) : null },
      ...{ forwardedAt: [], statuses: [], answered: null, notBefore: null },
    };
    if (isCreate) creates.push(entry);
    const gone = new Promise<void>((resolve) =>
      response.once('close', () => {
        // Not later: what is written to somebody who has gone counts as written.
        entry.answered = response.writableFinished ? response.statusCode : null;
        resolve();
      }),
    );
    const exchange: Exchange = {
      response,
      async forward() {
        entry.forwardedAt.push(Date.now());
        const sent = { method, path, headers: endToEnd(request.headers), body: shiftedRequest(body, clockShift) };
        const reply = await callHttp(targetUrl, body === '' ? { ...sent, body: undefined } : sent);
        entry.statuses.push(reply.status);
        return { ...reply, body: shiftedAnswer(reply.body, clockShift) };
      },
      handOn(reply) {
        if (reply.status === 429) entry.notBefore = Date.parse(reply.headers['retry-after'] ?? '') || null;
        handOn(response, reply);
      },
      gone,
      luck: (what) => seeded(seed, what, name, nth),
      timeoutMs,
      promise: (notBefore) => {
        entry.notBefore = notBefore;
      },
    };
    if (isCreate) await answerCreate(exchange, entry);
    else await answerRead(exchange, isFaulty ? readPlan(line, nth) : null);
    await gone;
  }

  async function answerCreate(exchange: Exchange, { name, attempt, fault }: CreateEntry): Promise<void> {
    if (isFaulty && (await instead?.(exchange, name, attempt))) return;
    if (fault) await playCreateFault[fault](exchange);
    else exchange.handOn(await exchange.forward());
  }

  async function answerRead(exchange: Exchange, fault: ReadFault | null): Promise<void> {
    if (!fault) return exchange.handOn(await exchange.forward());
    readFaults += 1;
    playReadFault[fault](exchange);
  }

  function handOn(response: ServerResponse, { status, headers, body }: HttpReply): void {
    response.sendDate = false;
    const length = String(Buffer.byteLength(body));
    response.writeHead(status, { ...endToEnd(headers), ...shiftedDate(headers.date, clockShift), 'content-length': length });
    response.end(body);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    creates,
    reads: () => ({ arrived: [...reads.values()].reduce((sum, count) => sum + count, 0), hit: readFaults }),
    setFaults(on) {
      isFaulty = on;
    },
    async quiet() {
      while (underWay.size > 0) await Promise.race([...underWay]);
    },
    async close() {
      const closed = once(server.close(), 'close');
      server.closeAllConnections();
      await closed;
    },
  };
}

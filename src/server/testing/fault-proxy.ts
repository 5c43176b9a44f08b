import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { sendHttp } from './send-http.ts';

/** What the real neighbour answered. */
export interface ForwardedAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Answers in the neighbour's place; `forward` lets it do the work first. */
export type Fault = (response: ServerResponse, forward: () => Promise<ForwardedAnswer>, body: string) => Promise<void> | void;

export interface FaultProxy {
  url: string;
  port: number;
  /** Every request line that arrived, with its authorization. */
  arrived: { line: string; authorization: string | undefined; body: string }[];
  /** How many creates of deals arrived. */
  creates(): number;
  /** Faults by request line (without query); each stays until it is removed. */
  faults: Map<string, Fault>;
  close(): Promise<void>;
}

export const createLine = 'POST /v2/objects/deals/records';

/** Stands between the server and its neighbour, lets everything through, and goes wrong exactly as told. */
export async function startFaultProxy(targetUrl: string, atPort = 0): Promise<FaultProxy> {
  const arrived: FaultProxy['arrived'] = [];
  const faults: FaultProxy['faults'] = new Map();
  const server = createServer((request, response) => void handle(request, response).catch(() => response.destroy()));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const path = request.url ?? '/';
    const line = `${request.method} ${path.split('?')[0]}`;
    arrived.push({ line, authorization: request.headers.authorization, body });

    async function forward(): Promise<ForwardedAnswer> {
      const { host: _host, connection: _connection, 'transfer-encoding': _te, ...headers } = request.headers;
      const answer = await sendHttp(targetUrl, {
        path,
        method: request.method ?? 'GET',
        headers: headers as Record<string, string>,
        body: body === '' ? undefined : body,
      });
      return { status: answer.status, headers: answer.headers as Record<string, string>, body: answer.text };
    }

    const fault = faults.get(line);
    if (fault) return fault(response, forward, body);
    const { status, headers, body: text } = await forward();
    const { connection: _c, 'keep-alive': _k, 'transfer-encoding': _t, ...kept } = headers;
    response.writeHead(status, kept).end(text);
  }

  await new Promise<void>((resolve) => server.listen(atPort, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    arrived,
    creates: () => arrived.filter(({ line }) => line === createLine).length,
    faults,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with JSON. */
export const answerJson =
  (status: number, body: unknown, headers: Record<string, string> = {}): Fault =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(body));
  };

/** Lets a create through after a while. */
export const answerSlowly =
  (ms: number): Fault =>
  async (response, forward) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    const { status, body } = await forward();
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };

/** Attio's error form. */
export const attioError = (status: number, code: string, message: string, more: object = {}): Fault =>
  answerJson(status, { status_code: status, type: 'invalid_request_error', code, message, ...more });

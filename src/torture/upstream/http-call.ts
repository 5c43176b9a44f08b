import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface HttpCall {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | undefined;
  /** Breaks the call off, connection and all. */
  signal?: AbortSignal | undefined;
}

export interface HttpReply {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A connection for each call: one that is kept could be closed by its server just as the next call leaves. */
const unkept = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });

/**
 * One call, sent once, whatever happens to it.
 * @throws what the connection died of
 */
export const callHttp = (origin: string, { method, path, headers, body, signal }: HttpCall): Promise<HttpReply> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = { hostname, port, method, path, headers: { ...headers, ...length }, agent: unkept };
    const sent = request(signal ? { ...options, signal } : options, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });

import { createServer, type RequestListener, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReverseProxy {
  url: string;
  /** Answers pages in the server's place; null lets everything through. */
  inItsPlace: RequestListener | null;
  close(): Promise<void>;
}

/** Stands before the product as a hoster's proxy does, and may find nobody behind it. */
export async function startReverseProxy(targetUrl: string): Promise<ReverseProxy> {
  const server = createServer((request, response) => {
    const isPage = request.headers['sec-fetch-mode'] === 'navigate';
    if (proxy.inItsPlace && isPage) return proxy.inItsPlace(request, response);
    const { method, headers, url = '/' } = request;
    const passed = send(new URL(url, targetUrl), { method, headers: { ...headers, host: new URL(targetUrl).host } }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: ReverseProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    inItsPlace: null,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

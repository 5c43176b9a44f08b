import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultOptions } from '../options.ts';
import { startTestClient, type TestClient } from '../test-client.ts';

let client: TestClient;
beforeAll(async () => {
  client = await startTestClient();
});
afterAll(() => client.close());

const key = `Authorization: Bearer ${defaultOptions.apiKey}`;

/** Sends bytes as they are and answers what came back before the other side hung up. */
async function send(bytes: string): Promise<{ head: string; body: string }> {
  const socket = connect(client.port, '127.0.0.1');
  socket.write(bytes);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { head, body };
}

describe('what is not a request', () => {
  it.each<[string, string, number, string]>([
    ['no HTTP at all', 'Good morning\r\n\r\n', 400, 'validation_type'],
    ['the beginning of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'validation_type'],
    ['HTTP/1.1 without a Host', `GET /v2/objects HTTP/1.1\r\n${key}\r\nConnection: close\r\n\r\n`, 400, 'validation_type'],
    [
      'a chunk of no length',
      `POST /v2/objects HTTP/1.1\r\nHost: x\r\n${key}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
      400,
      'validation_type',
    ],
    [
      'endless chunk extensions',
      `POST /v2/objects HTTP/1.1\r\nHost: x\r\n${key}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1;${'x'.repeat(20_000)}\r\n`,
      413,
      'content_too_large',
    ],
    [
      'more headers than can be read',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(1_000_000)}\r\n\r\n`,
      431,
      'headers_too_large',
    ],
    [
      'an expectation nobody can meet',
      `POST /v2/objects HTTP/1.1\r\nHost: x\r\nExpect: 200-maybe\r\nContent-Length: 0\r\n\r\n`,
      417,
      'expectation_failed',
    ],
    ['a tunnel', 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n', 404, 'not_found'],
  ])('%s is refused in the envelope', async (_case, bytes, status, code) => {
    const { head, body } = await send(bytes);
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} \\w`));
    expect(head).toMatch(/^content-type: application\/json; charset=utf-8$/m);
    expect(head).toMatch(/^x-attio-execution-id: [0-9a-f-]{36}$/m);
    expect(head).toMatch(new RegExp(`^content-length: ${Buffer.byteLength(body)}$`, 'm'));
    expect(JSON.parse(body)).toEqual({ status_code: status, type: 'invalid_request_error', code, message: expect.any(String) });
  });

  it('HTTP/1.0 needs no Host', async () => {
    const { head } = await send(`GET /v2/objects HTTP/1.0\r\n${key}\r\n\r\n`);
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('an expectation that can be met is', async () => {
    const { head } = await send(
      `POST /v2/objects/deals/records/query HTTP/1.1\r\nHost: x\r\n${key}\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`,
    );
    expect(head).toBe('HTTP/1.1 100 Continue');
  });
});

describe('HEAD', () => {
  const headers = { authorization: `Bearer ${defaultOptions.apiKey}` };
  const asked = new URLSearchParams({
    client_id: defaultOptions.clientId,
    response_type: 'code',
    redirect_uri: defaultOptions.redirectUris[0] ?? '',
  });
  /** What differs from one answer to the next anyway. */
  const passing = ['date', 'x-attio-execution-id', 'x-accurate-at', 'connection', 'keep-alive'];
  const lasting = (response: Response) => Object.fromEntries([...response.headers].filter(([name]) => !passing.includes(name)));

  it.each(['/', '/northwind/nothing', `/authorize?${asked}`, '/authorize', '/v2/self', '/v2/objects', '/v2/objects/nothings'])(
    'answers %s as GET does, without the body',
    async (path) => {
      await expectAlike(path);
    },
  );

  it('answers every kind of web_url', async () => {
    for (const object of ['deals', 'companies', 'people']) {
      const { body } = await client.ask('POST', `/v2/objects/${object}/records/query`, { limit: 1 });
      const [record] = (body as { data: { web_url: string }[] }).data;
      expect(await expectAlike(new URL(record?.web_url ?? '').pathname)).toBe(200);
    }
  });

  it('is no endpoint where GET is none', async () => {
    expect((await fetch(`${client.url}/v2/objects/deals/records`, { method: 'HEAD', headers })).status).toBe(404);
    expect((await fetch(`${client.url}/oauth/token`, { method: 'HEAD' })).status).toBe(404);
  });

  async function expectAlike(path: string): Promise<number> {
    const get = await fetch(client.url + path, { headers, redirect: 'manual' });
    const head = await fetch(client.url + path, { method: 'HEAD', headers, redirect: 'manual' });
    expect(head.status).toBe(get.status);
    expect(lasting(head)).toEqual(lasting(get));
    expect(await head.text()).toBe('');
    return head.status;
  }
});

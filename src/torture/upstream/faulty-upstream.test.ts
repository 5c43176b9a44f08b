import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { leftInTheDark, timesApplied } from './create-log.ts';
import { type CreateFault, createFaults, seededCreateFaults, seededReadFaults } from './fault-names.ts';
import { type FaultyUpstream, startFaultyUpstream } from './faulty-upstream.ts';
import { callHttp } from './http-call.ts';

const timeoutMs = 120;
let target: Server;
let upstream: FaultyUpstream | undefined;

beforeEach(async () => {
  const answer = JSON.stringify({ data: { id: { record_id: 'a' }, created_at: '2026-01-02T03:04:05.678000000Z' } });
  target = createServer((_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(answer));
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await upstream?.close();
  target.close();
});

async function startedUpstream(options: Partial<Parameters<typeof startFaultyUpstream>[0]>): Promise<FaultyUpstream> {
  const targetUrl = `http://127.0.0.1:${(target.address() as AddressInfo).port}`;
  upstream = await startFaultyUpstream({ targetUrl, seed: 1, timeoutMs, ...options });
  upstream.setFaults(true);
  return upstream;
}

const create = (url: string, name: string) =>
  callHttp(url, {
    method: 'POST',
    path: '/v2/objects/deals/records',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data: { values: { name } } }),
    signal: AbortSignal.timeout(timeoutMs),
  });

const isGood = (body: string): boolean => {
  try {
    return typeof JSON.parse(body).data.id.record_id === 'string' && JSON.parse(body).data.id.record_id === 'a';
  } catch {
    return false;
  }
};

test.each(Object.keys(createFaults) as CreateFault[])('Does what “%s” says', async (fault) => {
  const { url, creates, quiet } = await startedUpstream({ creates: () => fault });
  const { effect, telling } = createFaults[fault];
  const heard = await create(url, 'A').catch(() => null);
  await quiet();
  const [entry] = creates;
  if (!entry) throw new Error('Nothing was written down');
  expect(timesApplied(entry)).toBe({ none: 0, once: 1, late: 1, twice: 2 }[effect]);
  expect(heard !== null && heard.status === 200 && isGood(heard.body)).toBe(
    // Slow drips may still come in time.
    fault === 'sent twice' || (fault === 'answer in drips' && heard !== null),
  );
  expect(leftInTheDark(entry)).toBe(!telling && fault !== 'sent twice');
  expect(heard?.status === 429).toBe(telling);
});

test('Draws by seed, deal and attempt, hits such a share, and none more than three times', () => {
  const plan = seededCreateFaults(7, 0.5);
  const names = Array.from({ length: 2_000 }, (_, index) => `Deal ${index}`);
  const first = names.map((name) => plan(name, 1));
  expect(names.toReversed().map((name) => plan(name, 1))).toEqual(first.toReversed());
  expect(first.filter((fault) => fault !== null).length / names.length).toBeCloseTo(0.5, 1);
  expect(new Set(first).size).toBe(Object.keys(createFaults).length + 1);
  for (const name of names)
    expect(Array.from({ length: 12 }, (_, at) => plan(name, at + 1)).filter(Boolean).length).toBeLessThanOrEqual(3);
  expect(seededCreateFaults(8, 0.5)('Deal 1', 1) === first[1] && seededCreateFaults(8, 0.5)('Deal 2', 1) === first[2]).toBe(
    false,
  );
});

test('Hits a share of the reads, and lets all through when nothing is to go wrong', async () => {
  const plan = seededReadFaults(1, 0.05);
  const hits = Array.from({ length: 4_000 }, (_, index) => plan('GET /v2/self', index)).filter(Boolean).length;
  expect(hits / 4_000).toBeCloseTo(0.05, 1);
  const { url, setFaults } = await startedUpstream({ reads: () => '500', creates: () => 'dropped before' });
  const read = () => callHttp(url, { method: 'GET', path: '/v2/self', headers: {} });
  expect((await read()).status).toBe(500);
  setFaults(false);
  expect((await read()).status).toBe(200);
  expect((await create(url, 'A')).status).toBe(200);
});

test('Knows who had gone before the answer came', async () => {
  const late: Parameters<typeof startFaultyUpstream>[0]['instead'] = async (exchange) => {
    await exchange.gone;
    exchange.handOn(await exchange.forward());
    return true;
  };
  const { url, creates, quiet } = await startedUpstream({ instead: late });
  await expect(create(url, 'A')).rejects.toThrow();
  await quiet();
  expect(creates).toMatchObject([{ name: 'A', statuses: [200], answered: null }]);
});

test('Its clock may be another, in all that it tells or in its headers alone', async () => {
  const { url } = await startedUpstream({ clockShift: { ms: 300_000, of: 'world' } });
  const shifted = await create(url, 'A');
  expect(shifted.body).toContain('2026-01-02T03:09:05.678000000Z');
  expect(Math.abs(Date.parse(shifted.headers.date ?? '') - Date.now() - 300_000)).toBeLessThan(5_000);
});

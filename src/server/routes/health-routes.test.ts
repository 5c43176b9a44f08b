import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paths } from '../../contract/paths.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { type DealStack, signedInRep, startDealStack } from '../testing/deal-stack.ts';
import { answerJson, createLine } from '../testing/fault-proxy.ts';
import { Rep } from '../testing/rep.ts';

let stack: DealStack;
beforeAll(async () => {
  stack = await startDealStack(startSandbox);
});
afterAll(() => stack?.close());

/** The values of one metric by its labels, as Prometheus reads them. */
async function metric(name: string): Promise<Record<string, number>> {
  const { text, headers } = await new Rep(stack.server.url).request(paths.metrics);
  expect(headers['content-type']).toMatch(/^text\/plain/);
  const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`));
  return Object.fromEntries(
    lines.map((line) => {
      const [, label = '', value = ''] = /="([^"]*)"} (\S+)$/.exec(line) ?? [];
      return [label, Number(value)];
    }),
  );
}

test('What waits, and for how long, stands in the metrics; and what became of it', async () => {
  const { rep, deal } = await signedInRep(stack.server.url);
  stack.proxy.faults.set(createLine, answerJson(429, {}, { 'retry-after': '2' }));
  await rep.submit(randomUUID(), deal());
  expect(await metric('dealslip_submissions')).toMatchObject({ deferred: 1, created: 0, needs_checking: 0 });
  expect(await metric('dealslip_creates_total')).toEqual({ not_applied: 1 });
  stack.proxy.faults.clear();
  await expect.poll(() => metric('dealslip_submissions'), { timeout: 5_000 }).toMatchObject({ deferred: 0, created: 1 });
  expect(await metric('dealslip_creates_total')).toEqual({ not_applied: 1, created: 1 });
  expect(await metric('dealslip_oldest_submission_seconds')).toMatchObject({ deferred: 0 });
});

test('Whoever is ready says how each workspace is kept from second deals', async () => {
  const { rep, deal } = await signedInRep(stack.server.url);
  const { workspace } = (await rep.call(paths.session)).json as { workspace: { id: string } };
  const ready = async () => (await rep.request(paths.healthReady)).json;
  expect(await ready()).toEqual({
    status: 'ready',
    workspaces: [{ workspace_id: workspace.id, duplicate_protection: 'look_up' }],
  });
  await rep.call(paths.setupMarker, { method: 'POST' });
  await rep.submit(randomUUID(), deal());
  expect(await ready()).toMatchObject({ workspaces: [{ duplicate_protection: 'marker' }] });
});

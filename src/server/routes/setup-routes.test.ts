import { afterAll, beforeAll, expect, test } from 'vitest';
import { paths } from '../../contract/paths.ts';
import type { Setup } from '../../contract/setup.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { type DealStack, signedInRep, startDealStack } from '../testing/deal-stack.ts';

const createAttributeLine = 'POST /v2/objects/deals/attributes';
let stack: DealStack;
beforeAll(async () => {
  stack = await startDealStack(startSandbox);
});
afterAll(() => stack?.close());

test('The button that makes the marker may be pressed several times at once: all are told that it is there', async () => {
  const { rep } = await signedInRep(stack.server.url);
  const answers = await Promise.all([1, 2, 3].map(() => rep.call(paths.setupMarker, { method: 'POST' })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  for (const { json } of answers)
    expect(json).toMatchObject({ duplicate_protection: 'marker', marker_fault: null, is_admin: true });
  // They were really at it together.
  expect(stack.proxy.arrived.filter(({ line }) => line === createAttributeLine).length).toBeGreaterThan(1);
});

test('Members that may not be read are told as such, and of the rest what is true', async () => {
  const { rep } = await signedInRep(stack.server.url);
  stack.proxy.faults.set('GET /v2/workspace_members', (response) => {
    const body = { status_code: 403, type: 'auth_error', code: 'unauthorized', message: 'No' };
    response.writeHead(403, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  try {
    const { json } = await rep.call(paths.setup);
    const notReady = (json as Setup).checks.filter(({ is_ready }) => !is_ready);
    expect(notReady.map(({ name }) => name)).toEqual(['members']);
    expect(notReady[0]?.remedy).toContain('user_management:read');
  } finally {
    stack.proxy.faults.clear();
  }
});

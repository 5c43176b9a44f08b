import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { submissionPath } from '../contract/paths.ts';
import { problemSchema } from '../contract/problem.ts';
import { startSandbox } from '../sandbox/start.ts';
import { type DealStack, signedInRep, startDealStack } from './testing/deal-stack.ts';
import type { RepAnswer } from './testing/rep.ts';

let stack: DealStack;
let ana: Awaited<ReturnType<typeof signedInRep>>;
const seed = 20_261_122;

beforeAll(async () => {
  stack = await startDealStack(startSandbox);
  ana = await signedInRep(stack.server.url);
});
afterAll(() => stack?.close());

/** Refused in our own form, with nothing of our inside in it. */
function expectRefusal(answer: RepAnswer): void {
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(problemSchema.parse(answer.json).status).toBe(answer.status);
  expect(answer.text).not.toMatch(/node_modules|\/src\/|\.ts:\d|sqlite|fastify|zod|SELECT /i);
}

test('Whatever bytes come as a submission, they are refused and Attio hears nothing', async () => {
  const before = stack.proxy.creates();
  const bytes = fc.oneof(fc.json({ maxDepth: 12 }), fc.string({ unit: 'binary' }), fc.uint8Array().map(String));
  await fc.assert(
    fc.asyncProperty(bytes, async (body) => {
      expectRefusal(await ana.rep.call(submissionPath(randomUUID()), { method: 'PUT', body: Buffer.from(body) }));
    }),
    { seed, numRuns: 80 },
  );
  expect(stack.proxy.creates()).toBe(before);
});

test('Whatever stands in a field that does not belong there, it is refused by name and Attio hears nothing', async () => {
  const before = stack.proxy.creates();
  // An empty list is what leaving a field of several out is.
  const strange = fc.jsonValue({ maxDepth: 3 }).filter((value) => !(Array.isArray(value) && value.length === 0));
  // A name may be any text and a checkbox is one: these are left to their own tests.
  const slugs = ana.form.fields
    .filter(({ type }) => type !== 'text' && type !== 'checkbox' && type !== 'number')
    .map(({ slug }) => slug);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...slugs), strange, async (slug, value) => {
      const answer = await ana.rep.submit(randomUUID(), ana.deal({ [slug]: value }));
      expectRefusal(answer);
    }),
    { seed, numRuns: 80 },
  );
  expect(stack.proxy.creates()).toBe(before);
});

test.each([
  '//',
  '/api//session',
  '/api/session/../deal-form',
  '/api/%00',
  '/api/submissions/%2e%2e%2f',
  '/api/submissions/;x=y',
  '/api/lookup/people?query[]=a',
  '/api/lookup/people?__proto__[x]=1',
  '/api/lookup/people?company=../../v2/self',
  `/api/lookup/people?${'a=1&'.repeat(1_000)}`,
  '/api/deal-form/',
  '/API/session',
  '/auth',
  '/auth/callback/x',
  '/health',
])('The address %j gets a calm refusal', async (address) => {
  const answer = await ana.rep.call(address, { headers: { accept: 'application/json' } });
  expectRefusal(answer);
});

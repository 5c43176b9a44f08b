import { afterEach, describe, expect, it, vi } from 'vitest';
import { submissionPath } from '../../contract/paths.ts';
import type { Submission } from '../../contract/submission.ts';
import { exampleSubmission } from '../testing/example-submission.ts';
import { type FakeAnswer, fakeApi, ok, problem } from '../testing/fake-api.ts';
import { type Standing, sendUntilSettled } from './send-until-settled.ts';

const { id } = exampleSubmission();
const request = { values: { name: 'Globex' }, schema_version: '1' };
const put = `PUT ${submissionPath(id)}`;
const get = `GET ${submissionPath(id)}`;
const at = (state: Submission['state'], more: Partial<Submission> = {}) => ok(exampleSubmission({ state, ...more }), 202);
const created = ok(exampleSubmission({ state: 'created' }));

/** Sends with these answers, and tells what was asked, how long was waited before, and how it stood. */
async function send(answers: FakeAnswer[], known: Submission | null = null) {
  const api = fakeApi(answers);
  vi.stubGlobal('fetch', api.respond);
  const pauses: number[] = [];
  const standings: Standing[] = [];
  const settled = sendUntilSettled(id, request, known, {
    author: 'me',
    onStanding: (standing) => standings.push(standing),
    pause: async (ms) => void pauses.push(ms),
    signal: new AbortController().signal,
  });
  const outcome = await settled.catch((error: unknown) => error);
  return { ...api, pauses, outcome, stood: standings.map((one) => (typeof one === 'string' ? one : one.state)) };
}

afterEach(() => vi.unstubAllGlobals());

describe('a submission that was sent', () => {
  it('is settled by the first answer when that is the deal', async () => {
    const { calls, outcome, pauses } = await send([created]);
    expect(calls).toEqual([put]);
    expect(pauses).toEqual([]);
    expect(outcome).toMatchObject({ state: 'created' });
  });

  it('repeats the same PUT until the server has it, and from then on only asks', async () => {
    const { calls, pauses, stood } = await send([
      null,
      problem(503, 'attio_busy', { 'retry-after': '7' }),
      at('received'),
      created,
    ]);
    expect(calls).toEqual([put, put, put, get]);
    expect(pauses).toEqual([1_000, 7_000, 500]);
    expect(stood).toEqual(['sending', 'unreachable', 'busy', 'received']);
  });

  it('is asked for quickly at first, then every half minute', async () => {
    const { pauses } = await send([...Array(12).fill(at('deferred')), created]);
    expect(pauses).toEqual([500, 1_000, 1_000, 2_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000, 30_000, 30_000]);
  });

  it('is asked for as the time ends in which it can be taken back, and quickly from then on', async () => {
    const held = (seconds: number) => {
      const not_before = new Date(Date.now() + seconds * 1_000).toISOString();
      return at('deferred', { waiting: { why: 'held', ahead: 0, not_before } });
    };
    const queued = at('deferred', { waiting: { why: 'queue', ahead: 0, not_before: null } });
    const { pauses } = await send([...Array(6).fill(held(30)), held(3), held(-1), queued, created]);
    expect(pauses.slice(0, 6)).toEqual([500, 1_000, 1_000, 2_000, 2_000, 4_000]);
    expect(pauses[6]).toBeGreaterThan(2_500);
    expect(pauses[6]).toBeLessThanOrEqual(3_000);
    expect(pauses.slice(7)).toEqual([500, 500]);
  });

  it('is asked for quickly again as soon as its state changes, and without hurry while a person has to decide', async () => {
    const { pauses } = await send([
      ...Array(4).fill(at('deferred')),
      at('unknown'),
      ...Array(3).fill(at('needs_checking')),
      created,
    ]);
    expect(pauses).toEqual([500, 1_000, 1_000, 2_000, 500, 15_000, 30_000, 30_000]);
  });

  it('outlives what breaks while it is followed, and goes by the server’s own wish', async () => {
    const { calls, outcome, pauses } = await send([
      at('sending'),
      null,
      problem(503, 'storage_unavailable', { 'retry-after': '3' }),
      problem(401, 'not_signed_in'),
      created,
    ]);
    expect(calls).toEqual([put, get, get, get, get]);
    expect(pauses).toEqual([500, 1_000, 3_000, 2_000]);
    expect(outcome).toMatchObject({ state: 'created' });
  });

  it('is PUT again when the server has lost it', async () => {
    const { calls, outcome } = await send([at('deferred'), problem(404, 'submission_not_found'), created]);
    expect(calls).toEqual([put, get, put]);
    expect(outcome).toMatchObject({ state: 'created' });
  });

  it('is PUT again when it was refused, because that answer has the reasons', async () => {
    const refused = problem(422, 'refused_by_attio');
    const { calls, outcome } = await send([at('deferred'), ok(exampleSubmission({ state: 'refused', errors: [] })), refused]);
    expect(calls).toEqual([put, get, put]);
    expect(outcome).toMatchObject({ problem: { code: 'refused_by_attio' } });
  });

  it.each([401, 403, 409, 422])('ends with the problem when the PUT is answered %i', async (status) => {
    const { calls, outcome } = await send([problem(status, 'some_code')]);
    expect(calls).toEqual([put]);
    expect(outcome).toMatchObject({ problem: { code: 'some_code' } });
  });

  it('ends when a person gave it up', async () => {
    const { outcome } = await send([at('deferred'), at('dismissed')]);
    expect(outcome).toMatchObject({ state: 'dismissed' });
  });

  it('goes on from an answer that is already there, without a PUT', async () => {
    const { calls, stood } = await send([created], exampleSubmission({ state: 'sending' }));
    expect(calls).toEqual([get]);
    expect(stood).toEqual(['sending']);
  });
});

it('stops when it is told to', async () => {
  const { calls, respond } = fakeApi([at('deferred')]);
  vi.stubGlobal('fetch', respond);
  const controller = new AbortController();
  const settled = sendUntilSettled(id, request, null, {
    author: 'me',
    onStanding: () => {},
    pause: async () => controller.abort(),
    signal: controller.signal,
  });
  await expect(settled).rejects.toMatchObject({ name: 'AbortError' });
  expect(calls).toEqual([put]);
});

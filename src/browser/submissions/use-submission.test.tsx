import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Submission } from '../../contract/submission.ts';
import { exampleSubmission } from '../testing/example-submission.ts';
import { type FakeAnswer, fakeApi, ok, problem } from '../testing/fake-api.ts';
import { useSubmission } from './use-submission.tsx';

const at = (state: Submission['state']) => ok(exampleSubmission({ state }), 202);
const request = { values: {}, schema_version: '1' };

function start(answers: FakeAnswer[]) {
  const api = fakeApi(answers);
  vi.stubGlobal('fetch', api.respond);
  const [onCreated, onDismissed, onRefused] = [vi.fn(), vi.fn(), vi.fn()];
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useSubmission({ author: 'me', onCreated, onDismissed, onRefused }), { wrapper });
  act(() => result.current.send({ id: exampleSubmission().id, request, kept: Promise.resolve(), beforeTry: null }));
  return { ...api, onCreated, onDismissed, onRefused, result };
}

/** Lets what is under way end, and the clock go on so far. */
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(async () => {
  // Loaded before the clock is ours: an import waits for no fake timer.
  await import('./send-until-settled.ts');
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each([
  ['online', () => window.dispatchEvent(new Event('online'))],
  ['visibilitychange', () => document.dispatchEvent(new Event('visibilitychange'))],
])('looks at once on %s, once', async (_, dispatch) => {
  const { calls, onCreated } = start([at('needs_checking'), at('needs_checking'), ok(exampleSubmission({ state: 'created' }))]);
  await pass(15_000);
  expect(calls).toHaveLength(2);
  await pass(100);
  expect(onCreated).not.toHaveBeenCalled();
  dispatch();
  await pass(0);
  expect(calls).toHaveLength(3);
  expect(onCreated).toHaveBeenCalledOnce();
});

it.each([true, false])('passes on whether a deal may exist that was given up (%s)', async (may_exist) => {
  const { onDismissed } = start([at('deferred'), ok(exampleSubmission({ state: 'dismissed', may_exist }))]);
  await pass(5_000);
  expect(onDismissed.mock.calls).toEqual([[may_exist]]);
});

it.each<[string, FakeAnswer[], { isOpen: boolean; mayExist: boolean }]>([
  ['at once', [problem(422, 'invalid_values')], { isOpen: false, mayExist: false }],
  ['after a connection that broke', [null, problem(403, 'attio_forbidden')], { isOpen: true, mayExist: false }],
  [
    'by a server that has forgotten an attempt without an answer',
    [at('unknown'), problem(404, 'submission_not_found'), problem(422, 'invalid_values')],
    { isOpen: true, mayExist: true },
  ],
])('knows whether a deal may exist that was refused %s', async (_, answers, expected) => {
  const { onRefused } = start(answers);
  await pass(5_000);
  expect(onRefused).toHaveBeenCalledOnce();
  expect(onRefused.mock.calls[0]?.[1]).toEqual({ request, ...expected });
});

it('goes on from a decision’s answer, and leaves the wait before it', async () => {
  const { calls, onCreated, result } = start([at('needs_checking')]);
  await pass(1_000);
  act(() => result.current.goOn(exampleSubmission({ state: 'created' })));
  await pass(0);
  expect(onCreated).toHaveBeenCalledOnce();
  await pass(60_000);
  expect(calls).toHaveLength(1);
});

it('stops asking when it is left', async () => {
  const { calls, result } = start([at('unknown')]);
  await pass(1_000);
  const before = calls.length;
  act(() => result.current.leave());
  await pass(60_000);
  expect(calls).toHaveLength(before);
  expect(result.current.standing).toBeNull();
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Submission } from '../../contract/submission.ts';
import { exampleSubmission } from '../testing/example-submission.ts';
import { type FakeAnswer, fakeApi, ok, problem } from '../testing/fake-api.ts';
import type { Draft } from './draft-store.ts';

/** What the browser keeps, by id. */
const kept = new Map<string, Draft>();
vi.mock('./draft-store.ts', async (original) => ({
  ...(await original<typeof import('./draft-store.ts')>()),
  readDraft: async (_: unknown, id: string) => kept.get(id),
  deleteDraft: async (_: unknown, id: string) => void kept.delete(id),
  async replaceSent(_: unknown, id: string, next: (sent: Draft) => Draft) {
    const now = kept.get(id);
    if (!now?.sent) return null;
    kept.delete(id);
    const draft = next(now);
    kept.set(draft.id, draft);
    return draft;
  },
}));
const { sendLeftBehind } = await import('./send-left-behind.ts');

const owner = { workspace: 'w', member: 'm' };
const { id } = exampleSubmission();
const left: Draft = {
  ...{ id, entries: { name: 'Globex' }, saved_at: '2026-03-02T10:00:00.000Z', is_left: true },
  sent: { values: { name: 'Globex' }, schema_version: '1' },
};
const at = (state: Submission['state'], more: Partial<Submission> = {}) => ok(exampleSubmission({ state, ...more }), 202);

/** Goes on with a deal, as kept, while the server answers so. @returns what was asked of it */
async function goOn(draft: Draft, answers: FakeAnswer[]): Promise<string[]> {
  kept.set(draft.id, draft);
  const { calls, respond } = fakeApi(answers);
  vi.stubGlobal('fetch', respond);
  const done = sendLeftBehind(owner, draft);
  await vi.advanceTimersByTimeAsync(60_000);
  await done;
  return calls.map((call) => call.split(' ')[0] ?? '');
}

beforeEach(() => {
  vi.useFakeTimers();
  for (const name of ['window', 'document']) vi.stubGlobal(name, new EventTarget());
});
afterEach(() => {
  kept.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('forgets a deal that was created, and one that was left though it may exist', async () => {
  expect(await goOn(left, [at('deferred'), at('created')])).toEqual(['PUT', 'GET']);
  expect(kept.size).toBe(0);
  await goOn(left, [at('unknown'), at('dismissed', { may_exist: true })]);
  expect(kept.size).toBe(0);
});

it('makes a draft of one that was taken back before anything was sent, under another id', async () => {
  await goOn(left, [at('deferred'), at('dismissed')]);
  const [back, ...more] = kept.values();
  expect(more).toEqual([]);
  expect(back).toMatchObject({ entries: left.entries, was: id, sent: null });
  expect(back?.id).not.toBe(id);
  for (const mark of ['is_left', 'accepted']) expect(back).not.toHaveProperty(mark);
});

it('makes a draft of one that is refused, at once or after it had waited, with the reason', async () => {
  await goOn(left, [problem(422, 'invalid_values')]);
  expect([...kept.values()]).toMatchObject([{ sent: null, refused: { code: 'invalid_values' } }]);
  kept.clear();
  await goOn(left, [at('deferred'), at('refused'), problem(422, 'refused_by_attio')]);
  expect([...kept.values()]).toMatchObject([{ sent: null, refused: { code: 'refused_by_attio' } }]);
});

it('does not send what the server is known to have', async () => {
  const accepted = exampleSubmission({ state: 'deferred' });
  expect(await goOn({ ...left, accepted }, [at('created')])).toEqual(['GET']);
});

it('leaves one that its form will ask for as the server has it', async () => {
  const { is_left: _, ...ofForm } = left;
  expect(await goOn(ofForm, [at('deferred')])).toEqual(['PUT']);
  expect(kept.get(id)).toMatchObject({ sent: ofForm.sent, accepted: { state: 'deferred' } });
});

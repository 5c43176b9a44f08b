import { afterEach, expect, it, vi } from 'vitest';
import type { Submission } from '../../contract/submission.ts';
import type { Draft } from '../deal-form/draft-store.ts';
import { exampleSubmission } from '../testing/example-submission.ts';

const kept: Draft[] = [];
vi.mock('../deal-form/draft-store.ts', async (original) => ({
  ...(await original<typeof import('../deal-form/draft-store.ts')>()),
  listDrafts: async () => kept,
}));
const { keptHere } = await import('./kept-here.ts');

const owner = { workspace: 'w', member: 'm' };
const draft = { id: 'draft', entries: {}, saved_at: '2026-03-02T10:00:00.000Z', sent: null } satisfies Draft;
const sent = { ...draft, sent: { values: {}, schema_version: '1' } };

/** The server has the deals of these ids, and open ones in these states; `null` is no server. */
function serve(had: Readonly<Record<string, number>>, open_states: Submission['state'][] | null): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    if (open_states === null) throw new TypeError('Failed to fetch');
    if (path.includes('?')) return Response.json({ submissions: [], next_cursor: null, open_states });
    const status = had[path.split('/').at(-1) ?? ''] ?? 404;
    const problem = { type: 'urn:dealslip:problem:x', title: 'No.', status, code: 'submission_not_found' };
    return Response.json(status === 200 ? exampleSubmission() : problem, { status });
  });
  return asked;
}

afterEach(() => {
  kept.length = 0;
  vi.unstubAllGlobals();
});

it('counts as lost what no server has, and as waiting what does not leave for Attio without a sign-in', async () => {
  const asked = serve({ heard: 200, forgotten: 410 }, ['deferred', 'received', 'blocked_auth', 'unknown', 'needs_checking']);
  const ids = ['heard', 'forgotten', 'not-heard'].map((id) => ({ ...sent, id }));
  const accepted = { ...sent, id: 'accepted', accepted: exampleSubmission() };
  kept.push(draft, ...ids, { ...sent, id: 'untried', is_untried: true }, accepted);
  expect(await keptHere(owner)).toEqual({ drafts: 1, unsent: 2, waiting: 3 });
  // What is known already is not asked for.
  expect(asked.join(' ')).not.toMatch(/untried|accepted/);
});

it('counts what is doubtful as lost when the server cannot be asked', async () => {
  serve({}, null);
  kept.push({ ...sent, id: 'heard' });
  expect(await keptHere(owner)).toEqual({ drafts: 0, unsent: 1, waiting: 0 });
});

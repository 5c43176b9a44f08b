import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paths } from '../../contract/paths.ts';
import type { Submission } from '../../contract/submission.ts';
import { loadLaterWords } from '../../words/later-words.ts';
import { isSettled } from '../submissions/look-pauses.ts';
import { exampleSubmission } from '../testing/example-submission.ts';
import { type FakeAnswer, fakeApi, ok, problem } from '../testing/fake-api.ts';
import { MyDeals } from './MyDeals.tsx';

const page = (submissions: Partial<Submission>[], next_cursor: string | null = null): FakeAnswer =>
  ok({
    submissions: submissions.map((more, at) => exampleSubmission({ id: `${next_cursor} ${at}`, ...more })),
    next_cursor,
    open_states: submissions.flatMap(({ state = 'received' }) => (isSettled(state) ? [] : state)),
  });

/** Lets what is under way end, and the clock go on so far. */
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

async function draw(answers: FakeAnswer[]) {
  const api = fakeApi(answers);
  vi.stubGlobal('fetch', api.respond);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MyDeals owner={{ workspace: 'w', member: 'm' }} locale="en-GB" />
    </QueryClientProvider>,
  );
  await pass(0);
  return api;
}

const press = (name: string) => act(async () => screen.getByRole('button', { name }).click());

beforeEach(async () => {
  const parts = [import('../submissions/OpenNotice.tsx'), import('../api/with-queries.tsx'), import('./CreatedDetails.tsx')];
  await Promise.all([...parts, loadLaterWords()]);
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  history.replaceState(null, '', '/submissions');
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('lists what was sent: its name, its state in a word, its page in Attio', async () => {
  await draw([
    page([
      { state: 'created', web_url: 'https://app.attio.com/deal-1' },
      { state: 'refused', name: null },
    ]),
  ]);
  const [first, second] = screen.getAllByRole('listitem');
  expect(first && within(first).getByRole('heading', { name: 'Globex – annual licence' })).toBeTruthy();
  expect(first?.textContent).toContain('Created ·');
  expect(first && within(first).getByRole('link', { name: 'Open in Attio' }).getAttribute('href')).toContain('deal-1');
  expect(second?.textContent).toContain('Deal without a nameNot created ·');
});

it('says how long ago each was sent; after a week, when', async () => {
  vi.setSystemTime('2026-11-29T16:00:00Z');
  await draw([page([{ received_at: '2026-11-29T13:00:00Z' }, { received_at: '2026-11-01T13:00:00Z' }])]);
  const [hours, weeks] = screen.getAllByRole('listitem').map((row) => row.querySelector('time'));
  expect(hours?.textContent).toBe('3 hours ago');
  expect(hours?.title).toMatch(/^Sunday,? 29 November 2026/);
  expect(weeks?.textContent).toMatch(/^1 Nov/);
});

it('is read anew while a deal is open, the longer nothing changes the longer apart', async () => {
  const { calls } = await draw([page([{ state: 'deferred' }])]);
  await pass(10_000);
  expect(calls.length).toBeGreaterThan(4);
  await pass(600_000);
  const before = calls.length;
  await pass(60_000);
  expect(calls.length - before).toBe(2);
});

it('tells a change of state, once, and stops when nothing is open', async () => {
  const { calls } = await draw([page([{ state: 'deferred' }]), page([{ state: 'created' }])]);
  await pass(2_000);
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Globex – annual licence: Created.');
  await pass(600_000);
  expect(calls).toHaveLength(2);
});

it('opens what waits for the rep by itself, and the rest on demand', async () => {
  await draw([page([{ state: 'needs_checking' }, { state: 'unknown' }])]);
  await pass(0);
  expect(screen.getByRole('group', { name: 'We could not confirm this deal.' })).toBeTruthy();
  expect(screen.queryByRole('group', { name: 'Attio did not answer.' })).toBeNull();
  const [, ofUnknown] = screen.getAllByRole('button', { name: 'Details' });
  await act(async () => ofUnknown?.click());
  expect(screen.getByRole('group', { name: 'Attio did not answer.' })).toBeTruthy();
});

it('shows more from where the page ended, and then puts the focus on what came', async () => {
  const left = (name: string): Partial<Submission> => ({ name, state: 'dismissed' });
  const { calls } = await draw([page([left('First'), left('Second')], 'the cursor'), page([left('Third')])]);
  screen.getByRole('button', { name: 'Show more' }).focus();
  await press('Show more');
  await pass(0);
  expect(calls).toEqual([`GET ${paths.submissions}`, `GET ${paths.submissions}?cursor=the+cursor`]);
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['First', 'Second', 'Third']);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  expect(document.activeElement?.textContent).toContain('Third');
});

it('says when there is nothing, and when it could not be loaded', async () => {
  await draw([problem(503, 'storage_unavailable'), page([])]);
  expect(screen.getByRole('alert').textContent).toContain('Your deals could not be loaded.');
  await press('Try again');
  await pass(0);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('link', { name: 'New deal' }).getAttribute('href')).toBe('/new');
});

it('reads a list anew that could not be loaded, as soon as there is a connection or after a while', async () => {
  const { calls } = await draw([null, problem(503, 'storage_unavailable'), page([])]);
  expect(screen.getByRole('alert').textContent).toContain('Your deals could not be loaded.');
  window.dispatchEvent(new Event('offline'));
  window.dispatchEvent(new Event('online'));
  await pass(0);
  expect(calls).toHaveLength(2);
  await pass(10_000);
  expect(calls).toHaveLength(3);
  await pass(0);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('puts a decision’s answer into its row', async () => {
  const checking = { state: 'needs_checking', may_exist: true, decisions: ['leave'] } satisfies Partial<Submission>;
  await draw([page([{ id: 'one', ...checking }]), ok(exampleSubmission({ id: 'one', state: 'dismissed' }))]);
  await pass(0);
  await press('Leave it');
  await pass(0);
  expect(screen.getByRole('listitem').textContent).toContain('Left ·');
});

it.each([
  ['nothing was sent of it', false, 1],
  ['it may exist', true, 0],
])('offers another like one that was taken back when %s', async (_, may_exist, offers) => {
  const held = { state: 'deferred', waiting: { why: 'held', ahead: 0, not_before: '2026-03-02T10:00:30Z' } } as const;
  const taken = exampleSubmission({ id: 'one', state: 'dismissed', may_exist });
  await draw([page([{ id: 'one', ...held, decisions: ['leave'] }]), ok(taken), page([taken])]);
  if (!screen.queryByRole('button', { name: 'Take it back' })) await press('Details');
  await pass(0);
  await press('Take it back');
  await pass(0);
  const notices = screen.queryAllByRole('group', { name: '“Globex – annual licence” is taken back. Nothing was sent.' });
  expect(notices).toHaveLength(offers);
  expect(document.activeElement === (notices[0] ?? null)).toBe(offers === 1);
  const links = notices.flatMap((one) => within(one).getAllByRole('link', { name: 'Create another like this' }));
  expect(links.map((link) => link.getAttribute('href'))).toEqual(Array(offers).fill('/new?like.deal=one'));
});

it('asks the server for what the filter says, keeps it in the address, and leads back to all', async () => {
  const { calls } = await draw([page([{ state: 'created' }, { state: 'refused' }]), page([{ state: 'refused' }]), page([])]);
  const counts = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
  expect(counts().join('')).toBe('');
  await act(async () => screen.getByRole('radio', { name: 'Not created' }).click());
  await pass(0);
  expect(calls.at(-1)).toBe(`GET ${paths.submissions}?state=not_created`);
  expect(location.search).toBe('?state=not_created');
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  expect(counts()).toContain('1 deal');

  fireEvent.change(screen.getByRole('searchbox', { name: 'Find by name' }), { target: { value: ' Globex & co ' } });
  await pass(1_000);
  await pass(0);
  expect(calls.at(-1)).toBe(`GET ${paths.submissions}?state=not_created&name=Globex+%26+co`);
  expect(screen.getByText('Nothing under “Not created” is called “Globex & co”.')).toBeTruthy();
  expect(counts()).toContain('0 deals');
  await press('Show all deals');
  await pass(1_000);
  expect(location.search).toBe('');
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
});

it('starts with the filter in the address; what is none there is ignored', async () => {
  history.replaceState(null, '', '?state=created&name=globex');
  const { calls } = await draw([page([{ state: 'created' }])]);
  expect(calls).toEqual([`GET ${paths.submissions}?state=created&name=globex`]);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Created' }).checked).toBe(true);
  cleanup();
  history.replaceState(null, '', '?state=constructor&cursor=x');
  expect((await draw([page([])])).calls).toEqual([`GET ${paths.submissions}`]);
});

it('goes on reading while something is open that the filter leaves out', async () => {
  history.replaceState(null, '', '?state=created');
  const none = { submissions: [], next_cursor: null };
  const { calls } = await draw([ok({ ...none, open_states: ['deferred'] }), page([{ state: 'created' }])]);
  expect(screen.getByRole('heading', { name: 'No deal like that' })).toBeTruthy();
  await pass(2_000);
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  await pass(600_000);
  expect(calls).toHaveLength(2);
});

it('shows the receipt of a created deal again, and the way to another like it', async () => {
  const receipt = [{ field: 'value', title: 'Deal value', sent: '$1.00', stored: '$2.00', same: false }];
  const made = { field: 'value', object: 'companies', name: 'Acme', how: 'made', record_id: 'r' } as const;
  await draw([page([{ id: 'one', state: 'created', web_url: 'https://app.attio.com/deal-1', receipt, new_records: [made] }])]);
  expect(screen.queryByText('Deal value')).toBeNull();
  await press('Details');
  await act(() => vi.dynamicImportSettled());
  expect(screen.getByRole('definition').textContent).toBe('$2.00sent as $1.00New in Attio: Acme');
  expect(screen.getByRole('link', { name: 'Create another like this' }).getAttribute('href')).toBe('/new?like.deal=one');
  expect(screen.getByRole('button', { name: 'Copy link' })).toBeTruthy();
});

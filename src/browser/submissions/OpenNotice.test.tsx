import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { resolvePath } from '../../contract/paths.ts';
import type { Candidate, Submission } from '../../contract/submission.ts';
import { exampleSubmission } from '../testing/example-submission.ts';
import { type FakeAnswer, fakeApi, ok, problem } from '../testing/fake-api.ts';
import { OpenNotice } from './OpenNotice.tsx';

const candidate: Candidate = {
  record_id: '11111111-1111-4111-8111-111111111111',
  name: 'Globex – annual licence',
  web_url: 'https://app.attio.com/deal-1',
  created_at: '2024-03-02T10:00:00.000Z',
  details: ['$48,000.00', 'Lead'],
  ours: false,
};

const checking: Partial<Submission> = {
  state: 'needs_checking',
  candidates: [candidate],
  decisions: ['bind', 'send_again', 'leave'],
  look_url: 'https://app.attio.com/northwind',
};

function draw(more: Partial<Submission>, answer: FakeAnswer = null, isInForm = true) {
  const api = fakeApi([answer]);
  vi.stubGlobal('fetch', api.respond);
  const [onDecided, onLookAgain, onStartAnother] = [vi.fn(), vi.fn(), vi.fn()];
  render(
    <QueryClientProvider client={new QueryClient()}>
      <OpenNotice
        submission={exampleSubmission(more)}
        locale="en-GB"
        returnTo="/new"
        onDecided={onDecided}
        onLookAgain={onLookAgain}
        {...(isInForm && { onStartAnother })}
      />
    </QueryClientProvider>,
  );
  return { ...api, onDecided, onLookAgain, onStartAnother };
}

const button = (name: string) => screen.getByRole('button', { name });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it.each([
  ['queue', 0, 'Accepted. Waiting its turn.', 'You can close this page'],
  ['attio_busy', 1, 'Accepted. Attio is busy, sending soon.', 'Sent after 1 other.'],
  ['attio_busy', 12, 'Accepted. Attio is busy, sending soon.', 'Sent after 12 others.'],
  ['attio_unreachable', 0, 'Accepted. Attio is out of reach, sending when it is back.', 'You can close this page'],
] as const)('says why a deal waits (%s, %i ahead)', (why, ahead, title, text) => {
  draw({ state: 'deferred', waiting: { why, ahead, not_before: null } });
  expect(screen.getByRole('group', { name: title }).textContent).toContain(text);
});

it('offers only what may be decided', () => {
  draw({ state: 'deferred' });
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Start another deal']);
});

it('leads to Attio with the name ready to be pasted into its search', async () => {
  const user = userEvent.setup();
  draw(checking);
  const link = screen.getByRole('link', { name: /^Look in Attio/ });
  expect(link.getAttribute('href')).toBe('https://app.attio.com/northwind');
  link.addEventListener('click', (event) => event.preventDefault());
  await user.click(link);
  expect((await screen.findByRole('status')).textContent).toBe('The name is copied: paste it into Attio’s search.');
  expect(await navigator.clipboard.readText()).toBe(exampleSubmission(checking).name);
});

it('cancels a deal that waits', async () => {
  const dismissed = exampleSubmission({ state: 'dismissed' });
  const { bodies, calls, onDecided } = draw({ state: 'deferred', decisions: ['leave'] }, ok(dismissed));
  await userEvent.click(button('Cancel'));
  await vi.waitFor(() => expect(onDecided).toHaveBeenCalled());
  expect(onDecided.mock.calls[0]?.[0]).toEqual(dismissed);
  expect(calls).toEqual([`POST ${resolvePath(dismissed.id)}`]);
  expect(bodies).toEqual([{ decision: 'leave', taken_back: true }]);
});

it('leaves a deal, rather than take it back, where there is no form to go on in', async () => {
  const { bodies } = draw({ state: 'deferred', decisions: ['leave'] }, ok(exampleSubmission({ state: 'dismissed' })), false);
  await userEvent.click(button('Cancel'));
  await vi.waitFor(() => expect(bodies).toEqual([{ decision: 'leave' }]));
});

it('lists the deals that may be it, and binds the one that is', async () => {
  const { bodies, onDecided } = draw(checking, ok(exampleSubmission({ state: 'created' })));
  const item = within(screen.getByRole('list', { name: 'Deals that may be it' })).getByRole('listitem');
  const link = within(item).getByRole('link', { name: 'Globex – annual licence' });
  expect(link.getAttribute('href')).toBe(candidate.web_url);
  expect(link.getAttribute('target')).toBe('_blank');
  expect(item.textContent).toMatch(/\$48,000\.00 · Lead · created 2 Mar 2024.* · made elsewhere/);
  await userEvent.click(within(item).getByRole('button', { name: 'This is it' }));
  await vi.waitFor(() => expect(onDecided).toHaveBeenCalled());
  expect(bodies).toEqual([{ decision: 'bind', record_id: candidate.record_id }]);
});

it('sends again only after the warning, by keyboard alone, and goes back to where it was', async () => {
  const { bodies, onDecided } = draw(checking, ok(exampleSubmission({ state: 'received' })));
  button('It is not there, send again').focus();
  await userEvent.keyboard('{Enter}');
  const question = screen.getByRole('group', { name: 'Send it again?' });
  expect(document.activeElement).toBe(question);
  expect(question.textContent).toContain('Attio will have two');
  expect(bodies).toEqual([]);
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(button('It is not there, send again'));
  await userEvent.keyboard('{Enter}');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(onDecided).toHaveBeenCalled());
  expect(bodies).toEqual([{ decision: 'send_again' }]);
});

it('does not warn where Attio itself refuses a second deal', async () => {
  draw({ ...checking, repeat_is_safe: true });
  await userEvent.click(button('It is not there, send again'));
  expect(screen.getByRole('group', { name: 'Send it again?' }).textContent).toContain('Nothing can double');
});

it.each([
  [problem(409, 'record_taken'), 'Sentence of record_taken.'],
  [problem(503, 'storage_unavailable'), 'Sentence of storage_unavailable.'],
  [null, 'Dealslip did not answer'],
])('tells a decision that was not taken, and has it read anew', async (answer, told) => {
  const { onDecided, onLookAgain } = draw(checking, answer);
  await userEvent.click(button('This is it'));
  expect((await screen.findByRole('alert')).textContent).toContain(told);
  expect(onLookAgain).toHaveBeenCalledOnce();
  expect(onDecided).not.toHaveBeenCalled();
});

it('says when it is looked for again', () => {
  const inAnHour = new Date(Date.now() + 3_600_000);
  draw({ ...checking, next_look_at: inAnHour.toISOString() });
  const minutes = String(inAnHour.getMinutes()).padStart(2, '0');
  expect(screen.getByText(/We look again by ourselves at/).textContent).toContain(`:${minutes}`);
});

it('asks to sign in again when Attio takes the sign-in no longer', () => {
  draw({ state: 'blocked_auth', blocked: { why: 'sign_in' }, decisions: ['send_again', 'leave'] });
  const link = screen.getByRole('link', { name: 'Sign in again' });
  expect(link.getAttribute('href')).toBe('/auth/sign-in?return_to=%2Fnew');
});

it('lets the rep try again, or take the deal back, where a right is lacking in Attio', async () => {
  const upstream = { status: 403, code: 'unauthorized', message: 'No rights.', execution_id: 'e-1' };
  const { bodies } = draw(
    { state: 'blocked_auth', blocked: { why: 'permission', upstream }, decisions: ['send_again', 'leave'] },
    ok(exampleSubmission()),
  );
  expect(screen.queryByRole('link', { name: 'Sign in again' })).toBeNull();
  expect(screen.getByText('Attio said: No rights.')).toBeTruthy();
  expect(button('Cancel')).toBeTruthy();
  await userEvent.click(button('Try now'));
  expect(bodies).toEqual([{ decision: 'send_again' }]);
});

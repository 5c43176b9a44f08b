import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import { exampleField } from '../../contract/testing/example-field.ts';
import type { Entries } from '../deal-form/draft-store.ts';
import * as later from '../later.tsx';
import * as fillFrom from './fill-from.ts';
import { usePasted } from './use-pasted.tsx';

vi.mock('../later.tsx', { spy: true });

const stage = exampleField('stage', 'text', { title: 'Stage', default: 'Lead' });
const source = exampleField('source', 'text', { title: 'Source', default: 'Web' });
const name = exampleField('name', 'text', { title: 'Name' });
const form: DealForm = {
  ...{ fields: [stage, source, name], unsupported: [], unmakeable: [], members: [], me: 'ana' },
  ...{ rules: [], exchange: null, schema_version: '1' },
};
const pasted = [
  { field: stage, entry: 'Won', text: 'won' },
  { field: source, entry: 'Fair', text: 'fair' },
  { field: name, entry: 'Theirs', text: 'theirs' },
];

const pastes = (filled: typeof pasted, rest: string[] = [], more: string[] = [], isTelling = true, isTitled = false) =>
  vi
    .mocked(later.loadPasteFill)
    .mockResolvedValue({ ...fillFrom, readPasted: async () => ({ filled, rest, more, isTelling, isTitled, unread: [] }) });
beforeEach(() => {
  pastes(pasted);
  document.body.innerHTML = '<input id="field-stage"><input id="field-source"><input id="field-name">';
});
afterEach(cleanup);

/** A form in which that stands, of which the pins hold some. */
function drawn(standing: Entries, pinned: { entries: Entries; slugs: readonly string[] } = { entries: {}, slugs: [] }) {
  const entries = { current: standing };
  const told: string[] = [];
  const { result } = renderHook(() =>
    usePasted(form, {
      ...{ owner: { workspace: 'w', member: 'm' }, locale: 'en', entries, pinned: { current: pinned } },
      onGive(next, errors) {
        entries.current = next;
        told.push(...errors.map(({ field }) => field));
      },
    }),
  );
  return { result, entries, told, take: () => act(() => result.current.take('anything')) };
}

it('fills over what the workspace fills in, and not over what is pinned, which is told', async () => {
  const standing = { stage: 'Lost', source: 'Web', name: '' };
  const { result, entries, take } = drawn(standing, { entries: standing, slugs: ['stage'] });
  await take();
  expect(entries.current).toEqual({ stage: 'Lost', source: 'Fair', name: 'Theirs' });
  expect(result.current.notice.shown).toMatchObject({
    filled: ['Source', 'Name'],
    pasted: { kept: [{ title: 'Stage', text: 'won' }] },
  });
});

it('fills what the rep has emptied, and says nothing of what stands there already', async () => {
  const { result, entries, take } = drawn({ stage: '', source: 'Mail', name: 'Theirs' });
  await take();
  expect(entries.current).toEqual({ stage: 'Won', source: 'Mail', name: 'Theirs' });
  expect(result.current.notice.shown).toMatchObject({ filled: ['Stage'], pasted: { kept: [{ title: 'Source', text: 'fair' }] } });
});

it('names what it filled in and the send would refuse, with its text, and has the field told', async () => {
  pastes([
    { field: source, entry: 'Fair', text: 'fair' },
    { field: name, entry: 'Acme\u202egpj', text: 'Acme\u202egpj' },
  ]);
  const { result, entries, told, take } = drawn({ stage: 'Lead', source: 'Web', name: '' });
  await take();
  expect(entries.current).toMatchObject({ source: 'Fair', name: 'Acme\u202egpj' });
  expect(told).toEqual(['name']);
  const unread = { title: 'Name', text: 'Acme\u202egpj', why: 'unclear' };
  expect(result.current.notice.shown).toMatchObject({ filled: ['Source'], unread: [unread] });
  act(() => void result.current.note({ ...entries.current, name: 'Acme' }));
  expect(result.current.notice.shown).toMatchObject({ filled: ['Source'], unread: [] });
});

it('keeps the marks of an earlier paste that still hold, and adds to what it told', async () => {
  const { result, entries, take } = drawn({ stage: 'Lead', source: 'Web', name: 'Mine' });
  pastes(pasted.slice(0, 1), ['green'], ['Other row']);
  await take();
  pastes(pasted.slice(1), ['green', 'blue'], ['Third row']);
  await take();
  expect(result.current.notice.shown).toMatchObject({
    filled: ['Stage', 'Source'],
    pasted: { kept: [{ title: 'Name', text: 'theirs' }], rest: ['green', 'blue'], more: ['Other row', 'Third row'] },
  });
  act(() => result.current.notice.shown?.onPutBack());
  expect(entries.current).toEqual({ stage: 'Lead', source: 'Web', name: 'Mine' });
  expect(result.current.standing.current).toBeNull();
});

it('goes on from a draft with the marks that still hold', async () => {
  const first = drawn({ stage: 'Lead', source: 'Web', name: '' });
  pastes(pasted, ['green']);
  await first.take();
  const kept = first.result.current.standing.current ?? undefined;
  expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
  const { result, entries } = drawn({ ...first.entries.current, name: 'Mine' });
  act(() => result.current.restore(kept));
  expect(result.current.notice.shown).toMatchObject({ filled: ['Stage', 'Source'], pasted: { rest: ['green'] } });
  act(() => result.current.notice.shown?.onPutBack());
  expect(entries.current).toEqual({ stage: 'Lead', source: 'Web', name: 'Mine' });
  act(() => result.current.restore(undefined));
  expect(result.current.notice.shown).toBeNull();
});

it('leaves what is typed while the text is judged', async () => {
  const { result, entries, take } = drawn({ stage: 'Lead', source: 'Web', name: '' });
  vi.mocked(later.loadJudgeFilled).mockResolvedValueOnce({
    async judgeFilled() {
      entries.current = { ...entries.current, name: 'Mine' };
      return { unread: {}, errors: [] };
    },
  });
  await take();
  expect(entries.current).toEqual({ stage: 'Won', source: 'Fair', name: 'Mine' });
  expect(result.current.notice.shown?.pasted.kept).toEqual([{ title: 'Name', text: 'theirs' }]);
});

it('goes on in the input of what was put back, and says what that was', async () => {
  const { result, take } = drawn({ stage: 'Lead', source: 'Web', name: '' });
  await take();
  const mark = (field: Field) =>
    result.current.markOf(field) as ReactElement<{ children: ReactElement<{ onPutBack: () => void }> }>;
  await act(async () => mark(name).props.children.props.onPutBack());
  expect(document.activeElement).toBe(document.getElementById('field-name'));
  expect(result.current.notice.said).toBe('Put back: Name.');
  await act(async () => result.current.notice.shown?.onPutBack());
  expect(document.activeElement).toBe(document.getElementById('field-stage'));
  expect(result.current.notice.said).toBe('Put back: Stage and Source.');
  await take();
  expect(result.current.notice.said).toBe('');
});

/** Pastes into an element as a clipboard does; gives back whether it was left to the browser. */
async function pastedInto(element: Element | null, text: string): Promise<boolean> {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => text } });
  const isLeft = await act(async () => element?.dispatchEvent(event));
  await act(async () => undefined);
  return isLeft ?? true;
}

it('takes a text into a form in which only something pinned stands, and tells what is pinned', async () => {
  const pinned = { stage: 'Lost', source: 'Mail', name: '' };
  const { result, entries } = drawn(pinned, { entries: pinned, slugs: ['stage', 'source'] });
  expect(await pastedInto(document.getElementById('field-name'), 'won / fair / theirs')).toBe(false);
  await vi.waitFor(() => expect(entries.current).toEqual({ stage: 'Lost', source: 'Mail', name: 'Theirs' }));
  expect(result.current.notice.shown?.pasted.kept.map(({ title }) => title)).toEqual(['Stage', 'Source']);
});

it.each([
  'won/fair/theirs',
  'won\nfair',
  'won • fair',
  'won    fair',
  'won, fair',
  'Fair <bo@acme.com>',
  'won = fair\ntheirs = fair',
])('reads %j that is pasted into the untouched form', async (text) => {
  const { entries } = drawn({ stage: 'Lead', source: 'Web', name: '' });
  expect(await pastedInto(document.getElementById('field-name'), text)).toBe(false);
  await vi.waitFor(() => expect(entries.current).toEqual({ stage: 'Won', source: 'Fair', name: 'Theirs' }));
});

it('leaves one word, and an address of a page, to the input', async () => {
  drawn({ stage: 'Lead', source: 'Web', name: '' });
  for (const text of ['Globex', 'Globex renewal', ' https://globex.com/offers/may '])
    expect(await pastedInto(document.getElementById('field-name'), text)).toBe(true);
});

it('leaves a name with marks in it whole, in the name', async () => {
  pastes(pasted, [], [], false);
  const { result, entries } = drawn({ stage: 'Lead', source: 'Web', name: '' });
  const input = document.querySelector<HTMLInputElement>('#field-name');
  await pastedInto(input, 'Q4 /\nRenewal / EMEA');
  await vi.waitFor(() => expect(input?.value).toBe('Q4 / Renewal / EMEA'));
  expect(entries.current).toEqual({ stage: 'Lead', source: 'Web', name: '' });
  expect(result.current.notice.shown).toBeNull();
});

it('takes two pieces of a company’s input for a deal only where one of them says what it is', () => {
  const read = (isTelling: boolean, rest: string[] = []) => ({
    filled: pasted.slice(0, 2),
    rest,
    isTelling,
    isTitled: false,
    unread: [],
  });
  expect(fillFrom.isDeal(read(false), 'AC / DC', 'associated_company')).toBe(false);
  expect(fillFrom.isDeal(read(true), 'Globex / 48k', 'associated_company')).toBe(true);
  expect(fillFrom.isDeal(read(false, ['Phase 2']), 'Umbrella / Rollout / Phase 2', 'associated_company')).toBe(true);
  expect(fillFrom.isDeal(read(false), 'Umbrella\tRollout', 'associated_company')).toBe(true);
  expect(fillFrom.isDeal(read(false), 'AC / DC', null)).toBe(true);
});

it('takes a text with a header or labels for a deal, and tells what of it was not understood', async () => {
  pastes(pasted.slice(2), ['Stage: Negotiation'], [], true, true);
  const { result, entries } = drawn({ stage: 'Lead', source: 'Web', name: '' });
  const input = document.querySelector<HTMLInputElement>('#field-name');
  await pastedInto(input, 'Deal name\tStage\nTheirs\tNegotiation');
  await vi.waitFor(() => expect(entries.current.name).toBe('Theirs'));
  expect(result.current.notice.shown?.pasted.rest).toEqual(['Stage: Negotiation']);
  expect(input?.value).toBe('');
});

it('tells a text with labels of which nothing was understood, and leaves the input empty', async () => {
  pastes([], ['Stage: Won ✅'], [], true, true);
  const { result } = drawn({ stage: 'Lead', source: 'Web', name: '' });
  const input = document.querySelector<HTMLInputElement>('#field-name');
  await pastedInto(input, 'Stage\tColour\nWon ✅\tred');
  await vi.waitFor(() => expect(result.current.notice.shown?.pasted.rest).toEqual(['Stage: Won ✅']));
  expect(input?.value).toBe('');
});

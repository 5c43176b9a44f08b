import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { DealForm } from '../../contract/deal-form.ts';
import { exampleField } from '../../contract/testing/example-field.ts';
import type { Entries } from '../deal-form/draft-store.ts';
import * as later from '../later.tsx';
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

beforeEach(() => {
  vi.mocked(later.loadPasteFill).mockResolvedValue({
    readPasted: async () => ({ filled: pasted, rest: [], more: [] }),
  });
});

/** A form in which that stands, of which the pins hold some. */
function drawn(standing: Entries, pinned: { entries: Entries; slugs: readonly string[] } = { entries: {}, slugs: [] }) {
  const entries = { current: standing };
  const { result } = renderHook(() =>
    usePasted(form, {
      ...{ locale: 'en', entries, pinned: { current: pinned } },
      onGive(next) {
        entries.current = next;
      },
    }),
  );
  return { result, entries, take: () => act(() => result.current.take('anything')) };
}

it('fills over what the workspace fills in, and not over what is pinned, which is told', async () => {
  const standing = { stage: 'Lost', source: 'Web', name: '' };
  const { result, entries, take } = drawn(standing, { entries: standing, slugs: ['stage'] });
  await take();
  expect(entries.current).toEqual({ stage: 'Lost', source: 'Fair', name: 'Theirs' });
  expect(result.current.notice).toMatchObject({
    filled: ['Source', 'Name'],
    pasted: { kept: [{ title: 'Stage', text: 'won' }] },
  });
});

it('fills what the rep has emptied, and says nothing of what stands there already', async () => {
  const { result, entries, take } = drawn({ stage: '', source: 'Mail', name: 'Theirs' });
  await take();
  expect(entries.current).toEqual({ stage: 'Won', source: 'Mail', name: 'Theirs' });
  expect(result.current.notice).toMatchObject({ filled: ['Stage'], pasted: { kept: [{ title: 'Source', text: 'fair' }] } });
});

import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { DealForm } from '../../contract/deal-form.ts';
import { exampleField } from '../../contract/testing/example-field.ts';
import * as later from '../later.tsx';
import type { Draft, Entries } from './draft-store.ts';
import { useFormInPlace } from './use-form-in-place.tsx';

vi.mock('../later.tsx', { spy: true });
afterEach(() => vi.resetAllMocks());

const form: DealForm = {
  ...{ fields: [exampleField('close', 'date')], unsupported: [], unmakeable: [], members: [], me: 'ana' },
  ...{ rules: [], exchange: null, schema_version: '1' },
};
const close = { text: '03/04/2027', typed_at: '2026-11-29T10:00' };
const draft: Draft = { id: 'd', entries: { close }, locale: 'en-US', schema_version: '1', saved_at: '', sent: null };

const drawn = () =>
  renderHook(() => useFormInPlace(form, { locale: 'de', entries: { current: {} }, onTaken: () => {}, onNamed: () => {} })).result;

type FormInPlace = ReturnType<typeof useFormInPlace>;
function openedIn({ opened }: FormInPlace, ready: Draft): Entries {
  let entries: Entries = {};
  act(() => {
    entries = opened(ready);
  });
  return entries;
}

it('opens a draft of another language as it is typed in this one', async () => {
  const { current } = drawn();
  const ready = await current.inLocale(draft);
  expect(openedIn(current, ready)).toEqual({ close: { text: '2027-03-04', typed_at: '' } });
  expect(current.typedBy.current).toBe('de');
});

it('has a draft read by its own language where the readers cannot be fetched, until another deal begins', async () => {
  vi.spyOn(later, 'loadMeantElsewhere').mockRejectedValue(new TypeError('Failed to fetch'));
  const { current } = drawn();
  const ready = await current.inLocale(draft);
  expect(openedIn(current, ready)).toEqual({ close });
  expect(current.typedBy.current).toBe('en-US');
  act(() => current.begin());
  expect(current.typedBy.current).toBe('de');
});

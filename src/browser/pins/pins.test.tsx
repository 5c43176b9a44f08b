import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import { exampleField } from '../../contract/testing/example-field.ts';
import { Receipt } from '../receipt/Receipt.tsx';
import { exampleSubmission } from '../testing/example-submission.ts';
import { readPins } from './pin-store.ts';
import { pinnedEntries } from './pinned-entries.ts';
import type { SentDeal } from './use-pinning.tsx';

const stage = (...ids: string[]): Field =>
  exampleField('stage', 'status', { id: 'a1', title: 'Stage', statuses: ids.map((id) => ({ id, title: id })) });
const company = exampleField('company', 'record-reference', { id: 'a2', title: 'Company' });
const value = exampleField('value', 'number', { id: 'a3', title: 'Value' });
const seller = exampleField('seller', 'actor-reference', { id: 'a4', title: 'Seller', multi: true });
const member = (id: string, suspended = false) => ({ id, name: id, email_address: `${id}@x.com`, suspended });

const formOf = (fields: Field[], more: Partial<DealForm> = {}): DealForm => ({
  ...{ fields, unsupported: [], unmakeable: [], members: [member('ana'), member('bo')], me: 'ana' },
  ...{ rules: [], exchange: null, schema_version: '1', ...more },
});
const owner = { workspace: 'w', member: 'ana' };
const chips = (...ids: string[]) => ({ picked: ids.map((id) => ({ id, name: id })), text: '' });
const fresh = { id: 'x', name: 'Acme', new: { object: 'companies', name: 'Acme', domain: 'acme.com' } };
const line = (field: string) => ({ field, title: field, sent: 'sent', stored: 'stored', same: true });

const locale = 'en-GB';
/** What the pins make of a form. */
const pinnedIn = (form: DealForm, by = locale) => pinnedEntries(owner, form, by);

/** A receipt of a deal with what stood in the form. */
function draw(entries: Record<string, unknown>, form = formOf([stage('lead', 'won'), company, value, seller]), by = locale) {
  const sent: SentDeal = {
    ...{ owner, form, entries },
    submission: exampleSubmission({
      ...{ state: 'created', receipt: [...form.fields.map(({ slug }) => line(slug)), line('gone')] },
      new_records: [{ field: 'company', object: 'companies', name: 'Acme', how: 'made', record_id: 'record-1' }],
    }),
  };
  render(<Receipt sent={sent} workspace="Northwind" locale={by} onNext={() => {}} />);
}
const pinOf = (title: string) => screen.getByRole('button', { name: `Keep ${title} for the next deal` });
const press = (title: string) => act(async () => pinOf(title).click());

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('pins what stood in the form, each with its own toggle, and takes it back', async () => {
  draw({ stage: 'won', company: chips('c1'), value: '', seller: chips() });
  // What was left empty has nothing to keep, and what is no field of the form cannot be filled in.
  expect(screen.getAllByRole('button', { name: /^Keep / })).toHaveLength(2);
  expect(pinOf('Stage').getAttribute('aria-pressed')).toBe('false');
  await press('Stage');
  await press('Company');
  expect(pinOf('Stage').getAttribute('aria-pressed')).toBe('true');
  expect(await pinnedIn(formOf([stage('lead', 'won'), company]))).toMatchObject({
    entries: { stage: 'won', company: chips('c1') },
    titles: 'Stage and Company',
  });
  await press('Stage');
  await press('Company');
  expect(localStorage).toHaveLength(0);
});

it('is one person’s in one workspace', async () => {
  draw({ stage: 'won' });
  await press('Stage');
  expect(readPins({ ...owner, member: 'bo' })).toEqual([]);
  expect(readPins({ ...owner, workspace: 'v' })).toEqual([]);
  expect(readPins(owner)).toEqual([{ id: 'a1', entry: 'won', locale }]);
});

it('keeps a company that was new as the record that was made of it', async () => {
  draw({ company: { picked: [fresh], text: '' } });
  await press('Company');
  expect(readPins(owner)).toEqual([
    { id: 'a2', entry: { picked: [{ id: 'record-1', name: 'Acme', object: 'companies' }], text: '' }, locale },
  ]);
});

it('keeps what the latest deal had; a field that it left empty keeps what it had before', async () => {
  draw({ stage: 'lead', value: '7' });
  await press('Stage');
  await press('Value');
  cleanup();
  draw({ stage: 'won', value: '' });
  expect(readPins(owner)).toEqual([
    { id: 'a1', entry: 'won', locale },
    { id: 'a3', entry: '7', locale },
  ]);
});

it('drops what is stale: an archived choice, a member who left, a field that is gone or of another type', async () => {
  draw({ stage: 'won', company: chips('c1'), value: '7', seller: chips('ana', 'bo') });
  for (const title of ['Stage', 'Company', 'Value', 'Seller']) await press(title);
  const form = formOf([stage('lead'), { ...value, type: 'checkbox' }, seller], { members: [member('ana'), member('bo', true)] });
  expect(await pinnedIn(form)).toMatchObject({ entries: { stage: '', seller: chips('ana') }, titles: 'Seller' });
  expect(readPins(owner).map(({ id }) => id)).toEqual(['a4']);
});

it('follows an attribute whose slug changes', async () => {
  draw({ stage: 'won', value: '7' });
  await press('Value');
  expect((await pinnedIn(formOf([{ ...value, slug: 'amount' }])))?.entries).toEqual({ amount: '7' });
});

it('means in every language what it meant in the one it was typed in', async () => {
  const currency = exampleField('value', 'currency', {
    id: 'a3',
    title: 'Value',
    config: { currency_code: 'USD', target_objects: null },
  });
  const close = exampleField('close', 'date', { id: 'a5', title: 'Close' });
  const seats = exampleField('seats', 'number', { id: 'a6', title: 'Seats' });
  const form = formOf([currency, close, seats]);
  const typed = { close: { text: '03/04/2027', typed_at: '2026-11-29T10:00' }, value: '1,234', seats: '48k' };
  draw(typed, form, 'en-US');
  for (const title of ['Value', 'Close', 'Seats']) await press(title);
  expect((await pinnedIn(form, 'en-US'))?.entries).toEqual(typed);
  // What reads the same stands as it was typed.
  expect((await pinnedIn(form, 'de-DE'))?.entries).toEqual({
    ...{ close: { text: '2027-03-04', typed_at: '' }, value: '1234', seats: '48k' },
  });
  expect((await pinnedIn(form, 'en-US'))?.entries).toEqual(typed);
  // A field that is gone takes its pin along; the others still mean what they did.
  expect((await pinnedIn(formOf([currency, close]), 'de-DE'))?.entries).toMatchObject({ value: '1234' });
  expect((await pinnedIn(form, 'en-GB'))?.entries).toMatchObject({ close: { text: '2027-03-04' }, value: '1234' });
});

it('leaves what an earlier release pinned as it stands', async () => {
  draw({ value: '7' });
  await press('Value');
  const [key = ''] = Object.keys(localStorage);
  localStorage.setItem(key, JSON.stringify({ saved_at: Date.now(), pins: [{ id: 'a3', entry: '1,234' }] }));
  expect((await pinnedIn(formOf([value]), 'de-DE'))?.entries).toEqual({ value: '1,234' });
});

it('forgets after a month, and survives what is no list of pins', async () => {
  draw({ stage: 'won' });
  await press('Stage');
  const [key = ''] = Object.keys(localStorage);
  vi.useFakeTimers({ now: Date.now() + 31 * 86_400_000 });
  expect(readPins(owner)).toEqual([]);
  for (const rubbish of [
    '{',
    'null',
    '[]',
    '{"saved_at":1,"pins":7}',
    `{"saved_at":${Date.now()},"pins":[null,{"id":7},{"id":"a1","entry":"won","locale":7}]}`,
  ]) {
    localStorage.setItem(key, rubbish);
    expect(await pinnedIn(formOf([stage('won')]))).toBeNull();
  }
});

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

/** A receipt of a deal with what stood in the form. */
function draw(entries: Record<string, unknown>, form = formOf([stage('lead', 'won'), company, value, seller])) {
  const sent: SentDeal = {
    ...{ owner, form, entries },
    submission: exampleSubmission({
      ...{ state: 'created', receipt: [...form.fields.map(({ slug }) => line(slug)), line('gone')] },
      new_records: [{ field: 'company', object: 'companies', name: 'Acme', how: 'made', record_id: 'record-1' }],
    }),
  };
  render(<Receipt sent={sent} workspace="Northwind" locale="en-GB" onNext={() => {}} />);
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
  expect(pinnedEntries(owner, formOf([stage('lead', 'won'), company]))).toMatchObject({
    entries: { stage: 'won', company: chips('c1') },
    titles: 'Stage, Company',
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
  expect(readPins(owner)).toEqual([{ id: 'a1', entry: 'won' }]);
});

it('keeps a company that was new as the record that was made of it', async () => {
  draw({ company: { picked: [fresh], text: '' } });
  await press('Company');
  expect(readPins(owner)).toEqual([
    { id: 'a2', entry: { picked: [{ id: 'record-1', name: 'Acme', object: 'companies' }], text: '' } },
  ]);
});

it('keeps what the latest deal had; a field that it left empty keeps what it had before', async () => {
  draw({ stage: 'lead', value: '7' });
  await press('Stage');
  await press('Value');
  cleanup();
  draw({ stage: 'won', value: '' });
  expect(readPins(owner)).toEqual([
    { id: 'a1', entry: 'won' },
    { id: 'a3', entry: '7' },
  ]);
});

it('drops what is stale: an archived choice, a member who left, a field that is gone or of another type', async () => {
  draw({ stage: 'won', company: chips('c1'), value: '7', seller: chips('ana', 'bo') });
  for (const title of ['Stage', 'Company', 'Value', 'Seller']) await press(title);
  const form = formOf([stage('lead'), { ...value, type: 'checkbox' }, seller], { members: [member('ana'), member('bo', true)] });
  expect(pinnedEntries(owner, form)).toMatchObject({ entries: { stage: '', seller: chips('ana') }, titles: 'Seller' });
  expect(readPins(owner).map(({ id }) => id)).toEqual(['a4']);
});

it('follows an attribute whose slug changes', async () => {
  draw({ stage: 'won', value: '7' });
  await press('Value');
  expect(pinnedEntries(owner, formOf([{ ...value, slug: 'amount' }]))?.entries).toEqual({ amount: '7' });
});

it('forgets after a month, and survives what is no list of pins', async () => {
  draw({ stage: 'won' });
  await press('Stage');
  const [key = ''] = Object.keys(localStorage);
  vi.useFakeTimers({ now: Date.now() + 31 * 86_400_000 });
  expect(readPins(owner)).toEqual([]);
  for (const rubbish of ['{', 'null', '[]', '{"saved_at":1,"pins":7}', `{"saved_at":${Date.now()},"pins":[null,{"id":7}]}`]) {
    localStorage.setItem(key, rubbish);
    expect(pinnedEntries(owner, formOf([stage('won')]))).toBeNull();
  }
});

import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DealForm } from '../../contract/deal-form.ts';
import { exampleField } from '../../contract/testing/example-field.ts';
import { LinkBuilder } from './LinkBuilder.tsx';

const form: DealForm = {
  fields: [
    exampleField('name', 'text', { title: 'Deal name', required: true }),
    exampleField('value', 'currency', { title: 'Deal value', standard: true }),
    exampleField('note', 'text', { title: 'Note' }),
  ],
  ...{ members: [], me: 'm1', unsupported: [], unmakeable: [], rules: [], exchange: null, schema_version: '1' },
};
const address = `${window.location.origin}/new`;
const writeText = vi.fn(async () => undefined);

beforeEach(() => {
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  render(<LinkBuilder form={form} locale="en-US" />);
});
afterEach(() => {
  cleanup();
  writeText.mockClear();
  vi.unstubAllGlobals();
});

const type = (label: string, text: string) => fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
const link = () => screen.queryByRole('link', { name: /^Try it/ })?.getAttribute('href') ?? null;
const bookmark = (name: string) => screen.queryByRole('link', { name });

it('explains itself with an example while nothing is filled in, and needs nothing', () => {
  expect(screen.getByText(`${address}?company=acme.com&name=Acme+renewal&value=48000&stage=Lead`)).toBeTruthy();
  expect(link()).toBeNull();
  expect(bookmark('New deal')).toBeNull();
  expect(screen.getByLabelText('Deal name').getAttribute('aria-required')).not.toBe('true');
});

it('builds the link as fields are filled in, copies it, and begins anew', async () => {
  type('Deal name', 'A & B');
  type('Deal value', '48.5k');
  expect(link()).toBe(`${address}?name=A+%26+B&value=48500`);
  await act(async () => screen.getByRole('button', { name: 'Copy link' }).click());
  expect(writeText).toHaveBeenCalledWith(`${address}?name=A+%26+B&value=48500`);
  expect(screen.getByText('Link copied')).toBeTruthy();
  type('Deal name', 'Another');
  expect(screen.queryByText('Link copied')).toBeNull();
  await act(async () => screen.getByRole('button', { name: 'Empty all' }).click());
  expect(link()).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>('Deal name').value).toBe('');
});

it('tells what the link leaves out, at its field once that is left', () => {
  type('Deal name', 'Acme');
  type('Deal value', 'a lot');
  expect(link()).toBe(`${address}?name=Acme`);
  expect(screen.getByText('Not in the link: Deal value. The reason stands at the field.')).toBeTruthy();
  expect(screen.getByLabelText('Deal value').getAttribute('aria-invalid')).not.toBe('true');
  fireEvent.blur(screen.getByLabelText('Deal value'));
  expect(screen.getByLabelText('Deal value').getAttribute('aria-invalid')).toBe('true');
});

it('warns of a link that other programs cut off, and offers none that cannot be opened', () => {
  type('Deal name', 'x'.repeat(2_000));
  expect(screen.getByRole('alert').textContent).toContain('more than 2,000 characters');
  expect(link()).not.toBeNull();
  type('Deal name', 'x'.repeat(6_000));
  expect(screen.getByRole('alert').textContent).toContain('cannot be opened');
  expect(link()).toBeNull();
  expect(screen.queryByRole('heading', { name: 'Bookmarks' })).toBeNull();
});

it('makes bookmarks under a name, and explains the one for other pages instead of running it here', async () => {
  type('Deal name', 'Acme');
  type('Name of the bookmark', 'Renewal');
  expect(bookmark('Renewal')?.getAttribute('href')).toBe(`${address}?name=Acme`);
  const ofPages = bookmark('Renewal from this page');
  expect(ofPages?.getAttribute('href')).toMatch(/^javascript:/);
  expect(fireEvent.click(ofPages as Element)).toBe(false);
  expect(screen.getByText(/^This works on other websites/)).toBeTruthy();
  await act(async () => screen.getByRole('button', { name: 'Copy bookmark' }).click());
  expect(writeText).toHaveBeenCalledWith(ofPages?.getAttribute('href'));
  // The form has no companies and no people here, so none are read.
  expect(screen.queryByText(/^people, by/)).toBeNull();
});

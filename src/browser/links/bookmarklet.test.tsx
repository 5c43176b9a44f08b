import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { type BookmarkletParts, bookmarklet } from './bookmarklet.ts';

const parts: BookmarkletParts = {
  form: 'https://deals.example.com/new',
  query: '',
  keys: { company: 'company', name: 'name', people: 'people' },
};

interface Visited {
  host?: string;
  title?: string;
  selected?: string;
}

afterEach(() => vi.unstubAllGlobals());

/** Clicks the bookmark on a page, and gives what it opened. */
function click({ host = 'www.acme.com', title = 'Acme', selected = '' }: Visited, more: Partial<BookmarkletParts> = {}) {
  const address = bookmarklet({ ...parts, ...more });
  expect(address).toMatch(/^javascript:[\x21-\x7e]+$/);
  document.title = title;
  document.body.textContent = selected;
  getSelection()?.removeAllRanges();
  if (selected) getSelection()?.selectAllChildren(document.body);
  const open = vi.fn();
  vi.stubGlobal('location', { hostname: host });
  vi.stubGlobal('open', open);
  // As browsers do it: up to the first `#`, with the escapes undone once.
  const script = decodeURIComponent(address.slice('javascript:'.length).split('#')[0] ?? '');
  const result: unknown = new Function(`return ${script}`)();
  expect(result).toBeUndefined();
  expect(open.mock.calls).toEqual([[expect.any(String), '_blank', 'noopener']]);
  const url = new URL(String(open.mock.calls[0]?.[0]));
  expect(url.origin + url.pathname).toBe(parts.form);
  return Object.fromEntries(url.searchParams);
}

test('with nothing selected, a page gives its host and its title', () => {
  expect(click({ title: ' Acme \n &  Sons ' })).toEqual({ company: 'acme.com', name: 'Acme & Sons' });
});

test('selected text gives the name by its first line, and people by their addresses', () => {
  const selected = 'Renewal with Bo <bo@acme.com>\nand ana.k+1@acme.co.uk, bo@acme.com';
  expect(click({ selected })).toEqual({
    ...{ company: 'acme.com', name: 'Renewal with Bo', people: 'bo@acme.com,ana.k+1@acme.co.uk' },
  });
});

test('a selected address is nobody’s deal name', () => {
  expect(click({ selected: 'bo@acme.com', title: 'Contact' })).toMatchObject({ name: 'Contact', people: 'bo@acme.com' });
});

test.each([
  ['acme.co.uk', 'acme.co.uk'],
  ['www.acme.com', 'acme.com'],
  ['blog.acme.com', 'acme.com'],
  ['m.com', 'm.com'],
  ['xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
  ['netflix.com', 'netflix.com'],
  ['mail.google.com', undefined],
  ['outlook.live.com', undefined],
  ['www.linkedin.com', undefined],
  ['x.com', undefined],
  ['app.attio.com', undefined],
  ['localhost', undefined],
  ['127.0.0.1', undefined],
  ['', undefined],
])('the host %s is the company %s', (host, company) => {
  expect(click({ host })['company']).toBe(company);
});

test('what is filled in wins over the page, and comes along whatever stands in it', () => {
  const fixed = { stage: 'Lead', name: `</script>"'\`\\ #1 & 50% +\n\${x} %22 שלום🎉`, company: 'globex.com' };
  expect(click({}, { query: new URLSearchParams(fixed).toString() })).toEqual(fixed);
});

test('what the form has no field for is not taken', () => {
  expect(click({ selected: 'bo@acme.com' }, { keys: {} })).toEqual({});
  expect(click({ selected: 'bo@acme.com' }, { keys: { people: 'associated_people' } })).toEqual({
    associated_people: 'bo@acme.com',
  });
});

test('a page cannot put anything else into the address, whatever it is called and says', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('&stage=Won&name=x', '#', '");alert(1);("', '%26stage%3DWon', '\ud800', '🎉'.repeat(200), '<script>', '‮'),
  );
  fc.assert(
    fc.property(hostile, hostile, (title, selected) => {
      const brought = click({ title, selected });
      expect(Object.keys(brought).every((key) => ['company', 'name', 'people'].includes(key))).toBe(true);
      expect([...(brought['name'] ?? '')].length).toBeLessThanOrEqual(100);
    }),
  );
});

test('a page that has put an element in the place of its title is read all the same', () => {
  getSelection()?.removeAllRanges();
  const title = document.createElement('img');
  vi.stubGlobal('document', { title });
  const address = bookmarklet({ ...parts, keys: { name: 'name' } });
  const open = vi.fn();
  vi.stubGlobal('open', open);
  new Function(decodeURIComponent(address.slice('javascript:'.length)))();
  expect(new URL(String(open.mock.calls[0]?.[0])).searchParams.get('name')).toBe(String(title));
});

test('a bookmark with nothing filled in stays short', () => {
  expect(bookmarklet(parts).length).toBeLessThan(1_300);
});

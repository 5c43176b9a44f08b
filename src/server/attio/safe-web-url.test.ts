import { expect, test } from 'vitest';
import { safeWebUrl } from './safe-web-url.ts';

const app = 'https://app.attio.com';

test('An https address on the host of Attio’s app is safe to open', () => {
  const url = 'https://app.attio.com/northwind/deals/record/1';
  expect(safeWebUrl(url, app)).toBe(url);
});

test('So is plain http where the app itself is on this computer', () => {
  expect(safeWebUrl('http://127.0.0.1:4311/x', 'http://127.0.0.1:4311')).toBe('http://127.0.0.1:4311/x');
});

test.each([
  undefined,
  null,
  7,
  '',
  'x',
  'javascript:alert(1)',
  'data:text/html,x',
  'http://app.attio.com/x',
  'https://app.attio.com.evil.example/x',
  'https://evil.example/app.attio.com',
  'https://app.attio.com@evil.example/',
  'https://user:password@app.attio.com/',
  'https://app.attio.com:8443/x',
  '//app.attio.com/x',
])('%j is not', (url) => {
  expect(safeWebUrl(url, app)).toBeNull();
});

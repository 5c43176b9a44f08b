import { expect, test } from 'vitest';
import { returnPath } from './return-path.ts';

const ours = 'https://deals.example';

test.each(['/new', '/', '/submissions', '/new?company=1&x=%20y', '/bulk#row-3'])('%s is a path of ours', (path) => {
  expect(returnPath(path, ours)).toBe(path);
});

test.each([
  '',
  'new',
  'https://evil.example',
  'https:evil.example',
  'https:/evil.example',
  'HTTPS://evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\\/evil.example',
  '/%5cevil.example',
  '/%5Cevil.example',
  '/%2fevil.example',
  '/%2F%2Fevil.example',
  '/%09/evil.example',
  '/%0d%0aLocation:%20https://evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\nLocation: https://evil.example',
  ' //evil.example',
  '/ /evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/../evil.example',
  '/@evil.example',
  '//deals.example@evil.example',
  '/%252f%252fevil.example',
  '/\u2028evil',
  '/\u0000evil',
  '/"><script>alert(1)</script>',
  '/auth/sign-out',
  '/api/session',
  `/${'x'.repeat(600)}`,
])('%j leads to the form instead', (address) => {
  expect(returnPath(address, ours)).toBe('/new');
});

test.each([[undefined], [null], [7], [['/new']]])('%j is no address', (address) => {
  expect(returnPath(address, ours)).toBe('/new');
});

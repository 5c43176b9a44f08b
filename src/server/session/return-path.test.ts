import { expect, test } from 'vitest';
import { returnPath } from './return-path.ts';

const ours = 'https://deals.example';

test.each(['/new', '/', '/submissions', '/new?company=1&x=+y', '/bulk#row-3'])('%s is a path of ours', (path) => {
  expect(returnPath(path, ours)).toBe(path);
});

test.each([
  ['/new?people=bo@acme.com,ana@acme.com&x', '/new?people=bo%40acme.com%2Cana%40acme.com&x='],
  ['/new?note=a%2Fb%0D%0A100%25%5C&name=O%27Neil', '/new?note=a%2Fb%0D%0A100%25%5C&name=O%27Neil'],
  ['/new?next=https://evil.example/"><b>', '/new?next=https%3A%2F%2Fevil.example%2F%22%3E%3Cb%3E'],
  ['/new?a=?b#c', '/new?a=%3Fb'],
])('What %s brings for the form comes along, escaped', (given, path) => {
  expect(returnPath(given, ours)).toBe(path);
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
  `/new?name=${'x'.repeat(6_000)}`,
  '//evil.example?a=1',
  '/\\evil.example?a=1',
  '/new?a=\n1',
])('%j leads to the form instead', (address) => {
  expect(returnPath(address, ours)).toBe('/new');
});

test.each([[undefined], [null], [7], [['/new']]])('%j is no address', (address) => {
  expect(returnPath(address, ours)).toBe('/new');
});

import { expect, it } from 'vitest';
import { pastedRecords } from './pasted-records.ts';

const people = (text: string) => pastedRecords(text, 'people').map(({ name, unique }) => (name ? `${name} <${unique}>` : unique));

it.each<[string, string[]]>([
  ['bo@acme.com', ['bo@acme.com']],
  ['bo@acme.com, ana@acme.com; li@acme.com\nbo@acme.com', ['bo@acme.com', 'ana@acme.com', 'li@acme.com']],
  ['Bo Li <bo@acme.com>, Ana <ana@acme.com>', ['Bo Li <bo@acme.com>', 'Ana <ana@acme.com>']],
  ['"Jones, Henry" <h@x.com>; "Huang, Xiu" <x@y.de>', ['Jones, Henry <h@x.com>', 'Huang, Xiu <x@y.de>']],
  ['Jones, Henry <h@x.com>; Huang, Xiu <x@y.de>', ['Jones, Henry <h@x.com>', 'Huang, Xiu <x@y.de>']],
  ['li@acme.com, Bo Li <bo@acme.com>, ana@acme.com', ['li@acme.com', 'Bo Li <bo@acme.com>', 'ana@acme.com']],
  ['cc: a@b.com', ['a@b.com']],
  ['Bo Li\tbo@acme.com\nAna\tana@acme.com', ['Bo Li <bo@acme.com>', 'Ana <ana@acme.com>']],
  ['mailto:bo@acme.com', ['bo@acme.com']],
  ['Bo Li', []],
  ['Bo Li <bo at acme>', []],
  ['bo@acme.com and others', []],
])('%j is %j', (text, expected) => expect(people(text)).toEqual(expected));

it('takes the company of an address', () => {
  expect(pastedRecords('bo@acme.com, https://globex.com/x', 'companies').map(({ unique }) => unique)).toEqual([
    'acme.com',
    'globex.com',
  ]);
});

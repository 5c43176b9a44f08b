import { expect, test } from 'vitest';
import { newRecordBody } from './new-record-body.ts';

test.each([
  ['Bo Li', 'Bo', 'Li', 'Bo Li'],
  ['Ana Maria da Silva', 'Ana Maria', 'da Silva', 'Ana Maria da Silva'],
  ['Ada van der Berg', 'Ada', 'van der Berg', 'Ada van der Berg'],
  ['Van Morrison', 'Van', 'Morrison', 'Van Morrison'],
  ['Silva, Ana Maria', 'Ana Maria', 'Silva', 'Ana Maria Silva'],
  ['Zed Quux, MBA', 'Zed', 'Quux', 'Zed Quux, MBA'],
  ['Zed Quux, Jr.', 'Zed', 'Quux', 'Zed Quux, Jr.'],
  ['Zed Quux, Ph.D.', 'Zed', 'Quux', 'Zed Quux, Ph.D.'],
  ['Cher', 'Cher', '', 'Cher'],
])('%j is %j %j, in full %j', (name, first_name, last_name, full_name) => {
  const { data } = newRecordBody({ object: 'people', name, email_address: 'x@acme.com' });
  expect(data.values['name']).toEqual([{ first_name, last_name, full_name }]);
});

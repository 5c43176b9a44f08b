import { expect, test } from 'vitest';
import { type Operation, operationPath, operations } from './operations.ts';

test('Only what reads may be asked twice', () => {
  const all: [string, Operation][] = Object.entries(operations);
  expect(all.filter(([, { readOnly }]) => !readOnly).map(([name]) => name)).toEqual([
    'createAttribute',
    'createRecord',
    'createDeal',
    'exchangeCode',
  ]);
});

test('Slugs and ids take their place in the path', () => {
  expect(operationPath(operations.listStatuses, { object: 'deals', attribute: '0a000000-0000-4000-8000-000000000001' })).toBe(
    '/v2/objects/deals/attributes/0a000000-0000-4000-8000-000000000001/statuses',
  );
});

test.each(['', '..', 'a/b', 'a%2fb', 'a?b', 'a#b', 'a b', 'a\r\nb', '@evil', 'x'.repeat(129)])(
  '%j never gets into a path',
  (object) => {
    expect(() => operationPath(operations.queryRecords, { object })).toThrow(TypeError);
  },
);

test('A missing parameter, or one that is inherited, is no parameter', () => {
  expect(() => operationPath(operations.queryRecords)).toThrow(TypeError);
  expect(() => operationPath({ ...operations.queryRecords, path: '/{constructor}' }, {})).toThrow(TypeError);
});

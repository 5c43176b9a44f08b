import { describe, expect, test } from 'vitest';
import type { AttributeType, Field } from '../contract/deal-form.ts';
import type { DealRecord } from '../contract/submission.ts';
import { exampleField } from '../contract/testing/example-field.ts';
import { creatorOf, likenessOf } from './match-deal.ts';
import { fingerprintOf, markerOf } from './submission-marker.ts';

const field = (slug: string, type: AttributeType, more: Partial<Field> = {}): Field =>
  exampleField(slug, type, { standard: true, ...more });
const fields = [
  field('name', 'text'),
  field('owner', 'actor-reference'),
  field('value', 'currency'),
  field('note', 'text'),
  field('source', 'text', { default: 'Web' }),
  field('associated_people', 'record-reference', { multi: true }),
];
const values = {
  name: 'Acme',
  owner: 'ana',
  value: { amount: '100', currency: 'USD' },
  associated_people: [{ id: 'p1', object: 'people' }],
};
const stored: DealRecord['values'] = {
  name: [{ value: 'Acme' }],
  owner: [{ referenced_actor_type: 'workspace-member', referenced_actor_id: 'ana' }],
  value: [{ currency_value: 100, currency_code: 'USD' }],
  note: [],
  source: [{ value: 'Web' }],
  associated_people: [{ target_object: 'people', target_record_id: 'p1' }],
};
const likeness = (changes: DealRecord['values'] = {}, sent: Record<string, unknown> = values) =>
  likenessOf({ id: { workspace_id: 'w', object_id: 'o', record_id: 'r' }, values: { ...stored, ...changes } }, sent, fields);

describe('A deal in Attio is', () => {
  test.each<[string, DealRecord['values'] | undefined, string]>([
    ['the same when every field is, and what was left out is empty or its default', undefined, 'same'],
    ['the same when its name has other spaces', { name: [{ value: ' Acme ' }] }, 'same'],
    ['edited when something beside name, owner and value differs', { note: [{ value: 'Called' }] }, 'edited'],
    ['edited when a default was changed', { source: [{ value: 'Phone' }] }, 'edited'],
    ['akin when only the name is the same', { value: [{ currency_value: 200, currency_code: 'USD' }] }, 'akin'],
    ['akin when it was renamed', { name: [{ value: 'Acme Inc.' }] }, 'akin'],
    [
      'another when name and amount differ',
      { name: [{ value: 'Globex' }], value: [{ currency_value: 7, currency_code: 'USD' }] },
      'other',
    ],
  ])('%s', (_what, changes, expected) => {
    expect(likeness(changes)).toBe(expected);
  });

  test('not the same when it has an amount and none was sent', () => {
    const { value: _, ...sent } = values;
    expect(likeness({}, sent)).toBe('akin');
  });
});

test('Who created a record is told by type and id', () => {
  const record = { id: { workspace_id: 'w', object_id: 'o', record_id: 'r' }, values: {} };
  expect(creatorOf(record)).toBeNull();
  const created_by = [{ referenced_actor_type: 'app', referenced_actor_id: 'x' }];
  expect(creatorOf({ ...record, values: { created_by } })).toBe('app:x');
});

test('A submission’s key is the same whoever computes it, and another for another member or id', () => {
  const key = { workspaceId: 'w', memberId: 'm', id: 'i' };
  expect(markerOf(key)).toMatch(/^[0-9a-f]{64}$/);
  expect(markerOf({ ...key })).toBe(markerOf(key));
  expect(new Set([key, { ...key, memberId: 'n' }, { ...key, id: 'j' }, { ...key, workspaceId: 'v' }].map(markerOf)).size).toBe(4);
});

test('Twins have the same name, owner and value, whatever else', () => {
  expect(fingerprintOf({ ...values, name: ' Acme  ', note: 'x' })).toBe(fingerprintOf({ ...values, name: 'Acme' }));
  expect(fingerprintOf({ ...values, value: undefined })).not.toBe(fingerprintOf(values));
});

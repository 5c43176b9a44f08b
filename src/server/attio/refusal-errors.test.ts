import { describe, expect, test } from 'vitest';
import type { AttributeType, Field } from '../../contract/deal-form.ts';
import { exampleField } from '../../contract/testing/example-field.ts';
import { refusalErrors } from './refusal-errors.ts';

const ids = {
  name: '0a000000-0000-4000-8000-000000000001',
  owner: '0a000000-0000-4000-8000-000000000002',
  hidden: '0a000000-0000-4000-8000-000000000003',
};
const stageId = '0b000000-0000-4000-8000-000000000001';
const optionId = '0b000000-0000-4000-8000-000000000002';
const memberId = '0b000000-0000-4000-8000-000000000003';
const personId = '0b000000-0000-4000-8000-000000000004';
const companyId = '0b000000-0000-4000-8000-000000000005';

const field = (slug: string, type: AttributeType, more: Partial<Field> = {}): Field =>
  exampleField(slug, type, { standard: true, ...more });

const dealForm = {
  form: {
    fields: [
      field('name', 'text'),
      field('stage', 'status', { statuses: [{ id: stageId, title: 'In Progress' }] }),
      field('owner', 'actor-reference'),
      field('source', 'select', { options: [{ id: optionId, title: 'Web' }] }),
      field('associated_people', 'record-reference', { multi: true }),
      field('associated_company', 'record-reference'),
      field('phone', 'phone-number'),
    ],
    unsupported: [{ slug: 'place', title: 'Place', type: 'location', required: true }],
    unmakeable: [],
    members: [{ id: memberId, name: 'Ana', email_address: 'ana@northwind.com', suspended: false }],
    rules: [],
    exchange: null,
    schema_version: '1',
  },
  protection: 'none' as const,
  markerFault: null,
  slugByAttributeId: new Map([
    [ids.name, 'name'],
    [ids.owner, 'owner'],
    [ids.hidden, 'place'],
  ]),
};

const values = {
  name: 'Globex',
  stage: stageId,
  owner: memberId,
  source: optionId,
  associated_people: [{ id: personId, object: 'people' }],
  associated_company: { id: companyId, object: 'companies' },
  phone: '+80012345678',
};

const refusedAt = (code: string, message: string, paths: (string | number)[][] = [], vanished: string[] = []) =>
  refusalErrors(
    { status: 400, code, message, paths, executionId: null },
    { dealForm, values, vanishedRecords: new Set(vanished) },
  ).map((error) => [error.field, error.code]);

describe('A refusal is put at the field that Attio means when it', () => {
  test.each<[string, string, string, (string | number)[][], string[][]]>([
    [
      'gives a path in the body',
      'validation_type',
      'Body payload validation error.',
      [['data', 'values', 'name']],
      [['name', 'refused_by_attio']],
    ],
    [
      'refuses the form of a telephone number',
      'validation_type',
      'An invalid value was passed to attribute with slug "phone".',
      [['original_phone_number']],
      [['phone', 'not_a_phone_number']],
    ],
    [
      'gives a path by attribute id',
      'validation_type',
      'Body payload validation error.',
      [['data', 'values', ids.owner, 0]],
      [['owner', 'refused_by_attio']],
    ],
    [
      'names a slug',
      'validation_type',
      'An invalid value was passed to attribute with slug "name".',
      [['first_name']],
      [['name', 'refused_by_attio']],
    ],
    [
      'names an id',
      'validation_type',
      `Invalid value supplied for attribute with ID "${ids.name}".`,
      [],
      [['name', 'refused_by_attio']],
    ],
    [
      'misses a required value',
      'missing_value',
      `Required value for attribute with ID "${ids.owner}" was not provided.`,
      [],
      [['owner', 'required']],
    ],
    [
      'misses one that the form cannot draw',
      'missing_value',
      `Required value for attribute with ID "${ids.hidden}" was not provided.`,
      [],
      [['place', 'required']],
    ],
    [
      'finds a unique value taken',
      'uniqueness_conflict',
      'A value provided for attribute with slug "name" conflicts with one already in the system.',
      [],
      [['name', 'not_unique']],
    ],
    [
      'does not know an attribute any more',
      'value_not_found',
      'Cannot find attribute with slug/ID "source".',
      [],
      [['source', 'unknown_field']],
    ],
    [
      'quotes a stage by title',
      'value_not_found',
      'Cannot find Status with title "In Progress"',
      [],
      [['stage', 'unknown_status']],
    ],
    ['quotes a stage by id', 'value_not_found', `Cannot find Status with ID "${stageId}"`, [], [['stage', 'unknown_status']]],
    [
      'quotes a stage and calls it an option',
      'value_not_found',
      'Cannot find select attribute with select option title "In Progress".',
      [],
      [['stage', 'unknown_status']],
    ],
    ['quotes an option', 'value_not_found', 'Cannot find select option with title "Web".', [], [['source', 'unknown_option']]],
    [
      'quotes a member by e-mail',
      'value_not_found',
      'Workspace member with email "ana@northwind.com" not found.',
      [],
      [['owner', 'unknown_member']],
    ],
    [
      'quotes a record',
      'value_not_found',
      `Record with ID "${companyId}" not found.`,
      [],
      [['associated_company', 'unknown_record']],
    ],
    ['only tells the kind', 'value_not_found', 'Cannot find Status.', [], [['stage', 'unknown_status']]],
    [
      'finds several records',
      'multiple_match_results',
      `Several records for "${personId}".`,
      [],
      [['associated_people', 'several_records']],
    ],
    ['says nothing of a field', 'particle_gate_violation', 'Your plan does not include this.', [], []],
    ['names a field that was not sent', 'value_not_found', 'Cannot find attribute with slug/ID "somebody_elses".', [], []],
  ])('%s', (_how, code, message, paths, expected) => {
    expect(refusedAt(code, message, paths)).toEqual(expected);
  });

  test('names the object of an id that stands in two fields', () => {
    const both = { ...values, associated_company: { id: personId, object: 'companies' } };
    const message = `Record with ID "${personId}" was not found in object "companies".`;
    const refusal = { status: 400, code: 'value_not_found', message, paths: [], executionId: null };
    const errors = refusalErrors(refusal, { dealForm, values: both, vanishedRecords: new Set() });
    expect(errors.map(({ field: slug, code }) => [slug, code])).toEqual([['associated_company', 'unknown_record']]);
  });

  test('never blames a name that happens to read like the stage', () => {
    const errors = refusalErrors(
      {
        status: 400,
        code: 'value_not_found',
        message: 'Cannot find Status with title "In Progress"',
        paths: [],
        executionId: null,
      },
      { dealForm, values: { ...values, name: 'In Progress' }, vanishedRecords: new Set() },
    );
    expect(errors.map(({ field: slug }) => slug)).toEqual(['stage']);
  });

  test('does not say which record is gone, and one is', () => {
    expect(refusedAt('value_not_found', 'No matching record was found.', [], [personId])).toEqual([
      ['associated_people', 'unknown_record'],
    ]);
  });

  test('gives several paths, each once', () => {
    const paths = [
      ['data', 'values', 'name'],
      ['data', 'values', 'stage', 0],
      ['data', 'values', ids.name],
    ];
    expect(refusedAt('validation_type', 'Body payload validation error.', paths)).toEqual([
      ['name', 'refused_by_attio'],
      ['stage', 'refused_by_attio'],
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { exampleField } from '../contract/testing/example-field.ts';
import type { Rule } from '../contract/workspace-settings.ts';
import { judgeValues, writeValues } from './field-values.ts';
import { ruledFields } from './stage-rules.ts';

const fields = [
  exampleField('name', 'text', { required: true }),
  exampleField('stage', 'status', {
    required: true,
    statuses: [
      { id: 's1', title: 'Lead' },
      { id: 's2', title: 'Won' },
    ],
  }),
  exampleField('region', 'text'),
  exampleField('tags', 'select', { multi: true, options: [{ id: 'o1', title: 'One' }] }),
  exampleField('constructor', 'text'),
  exampleField('checked', 'checkbox'),
];
const rule = (attribute: string, effect: Rule['effect'], stages: string[] | null = ['s2'], value?: unknown): Rule => ({
  stages,
  attribute,
  effect,
  ...(value === undefined ? {} : { value }),
});
const judge = (rules: Rule[], values: Record<string, unknown>) =>
  judgeValues(fields, { name: 'n', stage: 's2', ...values }, { members: [], rules });

describe('Rules of stages', () => {
  test('need a field at their stages only, and say so', () => {
    const rules = [rule('region', 'require')];
    expect(judge(rules, { stage: 's1' }).ok).toBe(true);
    expect(judge(rules, { region: 'North' }).ok).toBe(true);
    expect(judge(rules, {})).toMatchObject({ errors: [{ field: 'region', code: 'required' }] });
    expect(judge(rules, { region: ' ' })).toMatchObject({
      errors: [{ message: 'region is needed at the stage “Won”: a rule of this workspace asks for it.' }],
    });
    expect(judge([rule('tags', 'require', null)], { tags: [] })).toMatchObject({
      errors: [{ field: 'tags', code: 'required', message: 'tags is needed: a rule of this workspace asks for it.' }],
    });
  });

  test('need a tick in a checkbox, not an answer', () => {
    const rules = [rule('checked', 'require')];
    expect(judge(rules, { checked: true }).ok).toBe(true);
    expect(judge(rules, { stage: 's1', checked: false }).ok).toBe(true);
    expect(judge(rules, {})).toMatchObject({ errors: [{ field: 'checked', code: 'required' }] });
    expect(judge(rules, { checked: false, region: 1 })).toMatchObject({
      errors: [
        { field: 'region', code: 'wrong_type' },
        {
          field: 'checked',
          code: 'not_ticked',
          message: 'checked must be ticked at the stage “Won”: a rule of this workspace asks for it.',
        },
      ],
    });
    const required = [exampleField('checked', 'checkbox', { required: true })];
    expect(judgeValues(required, { checked: false }, { members: [], rules: [] }).ok).toBe(true);
    expect(judgeValues(required, { checked: false }, { members: [], rules: [rule('checked', 'require', null)] }).ok).toBe(false);
  });

  test('keep out what they hide, at their stages only', () => {
    const rules = [rule('region', 'hide'), rule('tags', 'hide', null)];
    expect(judge(rules, { region: 'x', tags: ['o1'] })).toMatchObject({
      errors: [
        { field: 'region', code: 'hidden_by_rule' },
        { field: 'tags', code: 'hidden_by_rule' },
      ],
    });
    expect(judge(rules, { stage: 's1', region: 'x' }).ok).toBe(true);
    expect(judge(rules, {}).ok).toBe(true);
  });

  test('keep Attio from filling in what they hide', () => {
    const filled = [
      ...fields,
      exampleField('origin', 'text', { default: 'Web' }),
      exampleField('call', 'date', { dynamic_default: 'P1D' }),
    ];
    const rules = [rule('origin', 'hide'), rule('call', 'hide')];
    const judged = (values: object) => judgeValues(filled, { name: 'n', ...values }, { members: [], rules });
    expect(judged({ stage: 's2' })).toEqual({ ok: true, values: { name: 'n', stage: 's2', origin: null, call: null } });
    expect(judged({ stage: 's2', origin: null, call: null })).toEqual(judged({ stage: 's2' }));
    expect(judged({ stage: 's2', origin: 'x' })).toMatchObject({ errors: [{ field: 'origin', code: 'hidden_by_rule' }] });
    expect(judged({ stage: 's1' })).toEqual({ ok: true, values: { name: 'n', stage: 's1' } });
    const taken = judged({ stage: 's2' });
    expect(judgeValues(filled, taken.ok ? taken.values : {}, { members: [] })).toEqual(taken);
    expect(taken.ok && writeValues(filled, taken.values)).toMatchObject({ origin: [], call: [] });
  });

  test('never loosen: what Attio or another rule requires is not hidden, whatever comes first', () => {
    const hideName = ruledFields(fields, [rule('name', 'hide', null)], 's1');
    expect(hideName.taken.map(({ slug }) => slug)).toContain('name');
    expect(judgeValues(fields, { stage: 's1' }, { members: [], rules: [rule('name', 'hide', null)] }).ok).toBe(false);
    for (const rules of [
      [rule('region', 'hide'), rule('region', 'require')],
      [rule('region', 'require', null), rule('region', 'hide')],
    ]) {
      expect(ruledFields(fields, rules, 's2').hidden.size).toBe(0);
      expect(judge(rules, {})).toMatchObject({ errors: [{ field: 'region', code: 'required' }] });
    }
    expect(ruledFields(fields, [rule('stage', 'hide', null)], 's1').hidden.size).toBe(0);
  });

  test('do nothing about what is gone', () => {
    const rules = [rule('nowhere', 'require', null), rule('region', 'require', ['gone'])];
    expect(judge(rules, {}).ok).toBe(true);
    expect(judgeValues(fields, { name: 'n', stage: 'gone' }, { members: [], rules })).toMatchObject({
      errors: [{ field: 'stage', code: 'unknown_status' }],
    });
  });

  test('speak of attributes with names of objects’ own properties like of any other', () => {
    expect(judge([rule('constructor', 'require')], {})).toMatchObject({ errors: [{ field: 'constructor' }] });
    expect(judge([rule('toString', 'require', null), rule('__proto__', 'hide', null)], {}).ok).toBe(true);
  });

  test('say what stands open, and what is filled in: the first that fills counts', () => {
    const rules = [rule('region', 'default', null, 'North'), rule('region', 'default', ['s2'], 'South'), rule('tags', 'show')];
    const ruled = ruledFields(fields, rules, 's2');
    expect([...ruled.open]).toEqual(['region', 'tags']);
    expect(ruled.fillings.get('region')).toBe('North');
    expect(ruledFields(fields, rules, 's1').open.has('tags')).toBe(false);
  });

  test('give the same fields again for the same stage, so that their schema is kept', () => {
    const rules = [rule('region', 'require')];
    expect(ruledFields(fields, rules, 's2')).toBe(ruledFields(fields, rules, 's2'));
    expect(ruledFields(fields, rules, 'anything')).toBe(ruledFields(fields, rules, undefined));
    expect(ruledFields(fields, [...rules], 's2')).not.toBe(ruledFields(fields, rules, 's1'));
  });
});

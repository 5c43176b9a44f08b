import { describe, expect, test } from 'vitest';
import type { AttributeType, Field } from '../../contract/deal-form.ts';
import { exampleField } from '../../contract/testing/example-field.ts';
import type { WorkspaceSettings } from '../../contract/workspace-settings.ts';
import { judgeSettings } from './judge-settings.ts';

const field = (slug: string, type: AttributeType, more: Partial<Field> = {}): Field =>
  exampleField(slug, type, { title: `The ${slug}`, ...more });
const fields = [
  field('name', 'text', { required: true }),
  field('stage', 'status', { required: true, statuses: [{ id: 's1', title: 'Lead' }] }),
  field('region', 'text'),
  field('value', 'currency'),
  field('product', 'select', { options: [{ id: 'o1', title: 'Platform' }] }),
  field('lead', 'actor-reference'),
  field('company', 'record-reference', { config: { currency_code: null, target_objects: ['companies'] } }),
];
const acme = '0b1c2d3e-4f50-4617-8a9b-0c1d2e3f4a5b';
const members = [
  { id: 'ana', name: 'Ana', email_address: 'a@x.com', suspended: false },
  { id: 'marta', name: 'Marta', email_address: 'm@x.com', suspended: true },
];
const none: WorkspaceSettings = { rules: [], exchange: null };
const judge = (given: unknown, kept = none) => judgeSettings(given, { fields, members }, kept);
const faultsOf = (given: unknown, kept = none) => {
  const judged = judge(given, kept);
  return judged.ok ? [] : judged.errors.map(({ field: at, code }) => `${at}: ${code}`);
};
const rules = (...list: unknown[]) => ({ rules: list, exchange: null });
const rule = (attribute: string, effect: string, more: object = {}) => ({ stages: null, attribute, effect, ...more });
const rate = { from: 'EUR', to: 'USD', rate: '1.0842', date: '2026-11-28', source: 'ECB' };
const exchange = (more: object, original: string | null = null) => ({
  rules: [],
  exchange: { original_attribute: original, rates: [{ ...rate, ...more }] },
});

describe('Settings of a workspace', () => {
  test('that are right are kept, values in canonical form', () => {
    const given = {
      rules: [
        rule('region', 'require', { stages: ['s1'] }),
        rule('value', 'default', { value: { amount: '0100.50', currency: 'USD' } }),
        rule('lead', 'default', { value: 'ana' }),
        rule('company', 'default', { value: { id: acme.toUpperCase() } }),
      ],
      exchange: { original_attribute: 'region', rates: [{ ...rate, source: ' ECB ' }] },
    };
    const judged = judge(given);
    expect(judged).toMatchObject({
      ok: true,
      settings: { rules: [{}, { value: { amount: '100.5' } }, { value: 'ana' }, { value: { id: acme, object: 'companies' } }] },
    });
    expect(judged.ok && judged.settings.exchange?.rates[0]?.source).toBe('ECB');
  });

  test.each<[string, unknown, string]>([
    ['nothing', null, ': object'],
    ['a key too many', { ...none, more: 1 }, 'more: unknown_key'],
    ['rules that are none', { rules: {}, exchange: null }, 'rules: list'],
    ['ten thousand rules', rules(...Array(10_000).fill({})), 'rules: too_many_rules'],
    ['a rule that is a text', rules('x'), 'rules.0: object'],
    ['a rule with a key too many', rules(rule('region', 'show', { '<b>': 1 })), 'rules.0.<b>: unknown_key'],
    ['an unknown effect', rules(rule('region', 'toString')), 'rules.0.effect: effect'],
    ['stages that are empty', rules(rule('region', 'show', { stages: [] })), 'rules.0.stages: stages'],
    ['a stage that is a number', rules(rule('region', 'show', { stages: [1] })), 'rules.0.stages.0: text'],
    ['an unknown attribute', rules(rule('constructor', 'show')), 'rules.0.attribute: unknown_attribute'],
    ['the stage itself', rules(rule('stage', 'require')), 'rules.0.attribute: stage_itself'],
    ['an unknown stage', rules(rule('region', 'show', { stages: ['s1', 'x'] })), 'rules.0.stages.1: unknown_stage'],
    ['a stage named twice', rules(rule('region', 'show', { stages: ['s1', 's1'] })), 'rules.0.stages.1: stage_twice'],
    ['hiding what Attio requires', rules(rule('name', 'hide')), 'rules.0.effect: hides_required'],
    ['nothing to fill in', rules(rule('region', 'default')), 'rules.0.value: value_missing'],
    ['blanks to fill in', rules(rule('region', 'default', { value: ' ' })), 'rules.0.value: value_missing'],
    ['a value where none is needed', rules(rule('region', 'show', { value: 1 })), 'rules.0.value: value_needless'],
    ['a value of another type', rules(rule('region', 'default', { value: 1 })), 'rules.0.value: wrong_type'],
    ['an unknown option', rules(rule('product', 'default', { value: 'o2' })), 'rules.0.value: unknown_choice'],
    ['a suspended member', rules(rule('lead', 'default', { value: 'marta' })), 'rules.0.value: unknown_person'],
    ['a record without an id', rules(rule('company', 'default', { value: { id: 'x' } })), 'rules.0.value: wrong_type'],
    [
      'a record of another object',
      rules(rule('company', 'default', { value: { id: acme, object: 'people' } })),
      'rules.0.value: wrong_object',
    ],
    [
      'a record that is still to be made',
      rules(rule('company', 'default', { value: { new: { object: 'companies', name: 'Acme', domain: 'acme.com' } } })),
      'rules.0.value: new_record',
    ],
    [
      'an opposite',
      rules(rule('region', 'require'), rule('region', 'hide', { stages: ['s1'] })),
      'rules.1.effect: contradiction',
    ],
    [
      'two fillings',
      rules(rule('region', 'default', { value: 'a' }), rule('region', 'default', { value: 'b' })),
      'rules.1.effect: filled_twice',
    ],
    ['no currency', exchange({ from: 'XQQ' }), 'exchange.rates.0.from: currency'],
    ['one currency', exchange({ to: 'EUR' }), 'exchange.rates.0.to: same_currency'],
    ['a rate of nothing', exchange({ rate: '0.00' }), 'exchange.rates.0.rate: rate'],
    ['a rate as a number', exchange({ rate: 1.2 }), 'exchange.rates.0.rate: rate'],
    ['no day', exchange({ date: '2026-02-30' }), 'exchange.rates.0.date: date'],
    ['no source', exchange({ source: '' }), 'exchange.rates.0.source: source'],
    ['a source with a control character', exchange({ source: 'a\u0000' }), 'exchange.rates.0.source: source'],
    ['an amount kept in money', exchange({}, 'value'), 'exchange.original_attribute: not_a_text'],
    [
      'the same rate twice',
      { rules: [], exchange: { original_attribute: null, rates: [rate, rate] } },
      'exchange.rates.1.from: rate_twice',
    ],
  ])('with %s are refused at the place', (_, given, fault) => {
    expect(faultsOf(given)).toEqual([fault]);
  });

  test('name what is unknown', () => {
    const judged = judge(rules(rule('region', 'show', { stages: ['no-such'] }), rule('product', 'default', { value: '<i>' })));
    const messages = judged.ok ? [] : judged.errors.map(({ message }) => message);
    expect(messages[0]).toContain('“no-such”');
    expect(messages[1]).toContain('“<i>”');
  });

  test('may keep what stands there already though it is dead, beside something new', () => {
    const dead = rule('deleted', 'require');
    const kept = { rules: [dead], exchange: { original_attribute: 'deleted', rates: [] } } as unknown as WorkspaceSettings;
    expect(faultsOf({ ...kept, rules: [dead, rule('region', 'show')] }, kept)).toEqual([]);
    expect(faultsOf(rules(dead))).toEqual(['rules.0.attribute: unknown_attribute']);
  });

  test('tell fifty faults at most', () => {
    expect(faultsOf(rules(...Array(100).fill(rule('x', 'show'))))).toHaveLength(50);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeType, Field } from '../contract/deal-form.ts';
import { exampleField } from '../contract/testing/example-field.ts';
import { fullVoice } from '../words/all-words.ts';
import { speakingAs, withoutMarks } from '../words/t.ts';
import { fieldValueWords, judgeValues, sameFieldValue, writeValues } from './field-values.ts';

const uuid = '0b7c0f3e-52a1-4f0e-9a53-0d5d3a1b2c3d';
const members = [
  { id: 'ana', name: 'Ana Kovač', email_address: 'ana@northwind.com', suspended: false },
  { id: 'marta', name: 'Marta Nowak', email_address: 'marta@northwind.com', suspended: true },
];

const field = (slug: string, type: AttributeType, more: Partial<Field> = {}): Field => {
  const { config } = exampleField(slug, type);
  const targets = { ...config, target_objects: type === 'record-reference' ? ['people'] : null };
  return exampleField(slug, type, { title: `Deal ${slug}`, standard: true, config: targets, ...more });
};

const fields = [
  field('name', 'text', { required: true }),
  field('stage', 'status', { statuses: [{ id: 's1', title: 'Lead' }] }),
  field('value', 'currency'),
  field('owner', 'actor-reference'),
  field('people', 'record-reference', { multi: true }),
  field('company', 'record-reference'),
  field('anything', 'record-reference', { config: { currency_code: null, target_objects: null } }),
  field('products', 'select', { multi: true, options: [{ id: 'o1', title: 'Platform' }] }),
  field('seats', 'number'),
  field('close_date', 'date'),
  field('legal', 'checkbox'),
];

const judge = (values: Record<string, unknown>) => judgeValues(fields, { name: 'x', ...values }, { members });
const codes = (values: Record<string, unknown>) => {
  const judgement = judge(values);
  return judgement.ok ? {} : Object.fromEntries(judgement.errors.map(({ field: slug, code }) => [slug, code]));
};
const canonical = (values: Record<string, unknown>) => {
  const judgement = judge(values);
  return judgement.ok ? judgement.values : judgement.errors;
};

describe('a deal’s values', () => {
  it.each<[string, unknown, string]>([
    ['name', '   ', 'required'],
    ['name', '\u200b\u2060', 'required'],
    ['name', 7, 'wrong_type'],
    ['name', null, 'wrong_type'],
    ['name', 'x'.repeat(10_001), 'too_long'],
    ['name', 'a\u0000b', 'forbidden_character'],
    ['name', 'a\u202eb', 'forbidden_character'],
    ['name', 'a\ud800b', 'forbidden_character'],
    ['stage', 'Lead', 'unknown_status'],
    ['value', '4200', 'wrong_type'],
    ['value', { amount: 4200, currency: 'USD' }, 'wrong_type'],
    ['value', { amount: '1.23456', currency: 'USD' }, 'too_many_decimals'],
    ['value', { amount: '1e5', currency: 'USD' }, 'not_an_amount'],
    ['value', { amount: 'NaN', currency: 'USD' }, 'not_an_amount'],
    ['value', { amount: '12345678901234567.89', currency: 'USD' }, 'too_large'],
    ['value', { amount: '1', currency: 'EUR' }, 'wrong_currency'],
    ['value', { amount: '1', currency: 'USD', note: 'x' }, 'wrong_type'],
    ['owner', 'nobody', 'unknown_member'],
    ['owner', 'marta', 'suspended_member'],
    ['people', { id: uuid }, 'wrong_type'],
    ['people', [{ id: uuid }, { id: uuid.toUpperCase() }], 'duplicate'],
    ['company', { id: 'company.com' }, 'wrong_type'],
    ['company', { id: uuid, object: 'companies' }, 'wrong_object'],
    ['anything', { id: uuid }, 'wrong_object'],
    ['products', ['o2'], 'unknown_option'],
    ['seats', '7', 'wrong_type'],
    ['seats', 1.23456, 'too_many_decimals'],
    ['seats', 2 ** 53, 'too_large'],
    ['close_date', '2026-02-30', 'not_a_date'],
    ['close_date', '30/11/2026', 'not_a_date'],
    ['legal', 'yes', 'wrong_type'],
    ['deal_value', 1, 'unknown_field'],
    ['__proto__x', 1, 'unknown_field'],
  ])('%s = %j is refused as %s', (slug, value, code) => expect(codes({ [slug]: value })).toEqual({ [slug]: code }));

  it('names each wrong field once, in the order of the form, with a sentence', () => {
    const judgement = judgeValues(fields, { value: 1, stage: 'x', extra: 1 }, { members });
    expect(judgement.ok).toBe(false);
    if (judgement.ok) return;
    expect(judgement.errors.map(({ field: slug }) => slug)).toEqual(['name', 'stage', 'value', 'extra']);
    for (const { message } of judgement.errors) expect(message).toMatch(/\.$/);
  });

  it('says how much a field takes at most, in the numbers of the language', () => {
    const rating = exampleField('stars', 'rating', { title: 'Stars' });
    const note = exampleField('note', 'text', { title: 'Note' });
    const sites = exampleField('sites', 'domain', { title: 'Sites', multi: true });
    const many = Array.from({ length: 101 }, (_, at) => `a${at}.com`);
    const told = (locale: string) =>
      speakingAs(fullVoice(locale), () => {
        const judgement = judgeValues([rating, note, sites], { stars: 6, note: 'x'.repeat(10_001), sites: many }, { members });
        return judgement.ok ? [] : judgement.errors.map(({ message }) => withoutMarks(message));
      });
    expect(told('de')).toEqual([
      'Stars ist eine ganze Zahl von Sternen, von 0 bis 5. Eine wählen.',
      'Note ist zu lang: höchstens 10.000 Zeichen. Kürzen.',
      'Sites nimmt höchstens 100 Einträge. Einige entfernen.',
    ]);
    expect(told('ar-EG').join()).toMatch(/من ٠ إلى ٥.*١٠٬٠٠٠.*١٠٠/);
  });

  it('keeps an own key named __proto__ from passing as nothing', () => {
    const values = JSON.parse('{"name":"x","__proto__":{"stage":"s1"}}') as Record<string, unknown>;
    expect(judgeValues(fields, values, { members }).ok).toBe(false);
  });

  it('gives values back in one spelling', () => {
    expect(
      canonical({
        name: '  e\u0301toile ',
        value: { amount: '04200.5000', currency: 'USD' },
        people: [{ id: uuid.toUpperCase() }],
        seats: -0,
      }),
    ).toEqual({
      name: '\u00e9toile',
      value: { amount: '4200.5', currency: 'USD' },
      people: [{ id: uuid, object: 'people' }],
      seats: 0,
    });
  });

  it('judges its own canonical form as it is', () => {
    const amount = fc.tuple(fc.boolean(), fc.nat({ max: 10 ** 10 }), fc.stringMatching(/^\d{0,4}$/));
    fc.assert(
      fc.property(amount, fc.string({ unit: 'grapheme', minLength: 1 }), ([isNegative, whole, fraction], name) => {
        const spelled = `${isNegative ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
        const once = judge({ name, value: { amount: spelled, currency: 'USD' } });
        if (!once.ok) return true;
        const twice = judge(once.values);
        return twice.ok && JSON.stringify(twice.values) === JSON.stringify(once.values);
      }),
    );
  });

  it('calls several values the same in any order', () => {
    expect(sameFieldValue(['a', 'b'], ['b', 'a'])).toBe(true);
    expect(sameFieldValue(['a'], ['a', 'b'])).toBe(false);
    expect(sameFieldValue(undefined, null)).toBe(true);
  });
});

describe('a field that Attio would fill in', () => {
  const filled: Field = { ...fields[0], slug: 'seats', title: 'Seats', type: 'number', required: false, default: 42 } as Field;
  const judge = (field: Field, value: unknown) => judgeValues([field], { [field.slug]: value }, { members: [] });

  it('stays empty when it was emptied, and is left to Attio when it was left out', () => {
    expect(judge(filled, null)).toEqual({ ok: true, values: { seats: null } });
    expect(writeValues([filled], { seats: null })).toEqual({ seats: [] });
    expect(judgeValues([filled], {}, { members: [] })).toEqual({ ok: true, values: {} });
    expect(judge({ ...filled, default: null, dynamic_default: 'P1D', type: 'date' }, null)).toMatchObject({ ok: true });
  });

  it('is no licence to send nothing where a value is needed, or where there is no default', () => {
    expect(judge({ ...filled, required: true }, null)).toMatchObject({ ok: false });
    expect(judge({ ...filled, default: null }, null)).toMatchObject({ ok: false });
  });
});

it('keeps names of both directions apart in a list', () => {
  const people = field('people', 'record-reference', { multi: true });
  const recordNames = { [uuid]: 'ليلى سليمان', other: 'Henry Jones' };
  const words = (value: unknown) => fieldValueWords(people, value, { members, locale: 'en', recordNames });
  expect(words([{ id: uuid }, { id: 'other' }])).toBe('\u2068ليلى سليمان\u2069, \u2068Henry Jones\u2069');
  expect(words([{ id: 'other' }, { id: 'other' }])).toBe('Henry Jones, Henry Jones');
});

it('names what is gone by its id, so that whoever chose it can be told its name', () => {
  const judged = judge({ products: ['o1', 'gone'], stage: 'gone too', owner: 'nobody' });
  expect(judged.ok ? [] : judged.errors).toMatchObject([
    { field: 'stage', code: 'unknown_status', value: 'gone too' },
    { field: 'owner', code: 'unknown_member', value: 'nobody' },
    { field: 'products', code: 'unknown_option', value: 'gone' },
  ]);
});

it('refuses two names for one new record: one of them would vanish without a word', () => {
  const person = (name: string, email_address = 'bo@acme.com') => ({ new: { object: 'people', name, email_address } });
  const both = judge({ people: [person('Bo Li'), person('Bo Lee', 'BO@acme.com')] });
  expect(both).toMatchObject({
    errors: [{ field: 'people', code: 'new_twice', message: expect.stringContaining('“Bo Li” and “Bo Lee”') }],
  });
  const elsewhere = judge({ people: [person('Bo Li')], anything: person('Bo Lee') });
  expect(elsewhere).toMatchObject({ errors: [{ field: 'anything', code: 'new_twice' }] });
  expect(judge({ people: [person('Bo Li')], anything: person('Bo Li') }).ok).toBe(true);
});

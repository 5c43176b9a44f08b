import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesByType } from '../../attributes/entries-by-type.ts';
import { pastedLocales } from '../../attributes/pasted-locales.ts';
import { ruledFields } from '../../attributes/stage-rules.ts';
import { canonicalMoment } from '../../attributes/timestamp/timestamp-forms.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import { exampleField as field } from '../../contract/testing/example-field.ts';
import { drawnFields } from './drawn-fields.ts';
import { judgeEntries } from './judge-entries.ts';
import { mergeEntries } from './merge-entries.ts';
import { fittingEntries, startingEntries } from './starting-entries.ts';

const members = [
  { id: 'ana', name: 'Ana Kovač', email_address: 'ana@northwind.com', suspended: false },
  { id: 'bo', name: 'Bo Li', email_address: 'bo@northwind.com', suspended: false },
  { id: 'marta', name: 'Marta Nowak', email_address: 'marta@northwind.com', suspended: true },
];

const formOf = (...fields: Field[]): DealForm => ({
  fields,
  unsupported: [],
  unmakeable: [],
  members,
  me: 'ana',
  rules: [],
  exchange: null,
  schema_version: '1',
});

const startingValue = (one: Field) => {
  const reading = entriesByType[one.type].read(startingEntries(formOf(one))[one.slug], one, { locale: 'en-GB', members });
  return reading.ok ? reading.value : reading.code;
};
/** The same value with its amounts spelled without zeros at their end. */
const shortest = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, one) => (key === 'amount' ? one.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : one));
const today = () => {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
};

describe('a new deal starts with the workspace’s defaults', () => {
  it('with members and records that are named', () => {
    expect(startingValue(field('reviewer', 'actor-reference', { default: 'bo' }))).toBe('bo');
    expect(startingValue(field('team', 'actor-reference', { multi: true, default: ['ana', 'bo', 'marta'] }))).toEqual([
      'ana',
      'bo',
    ]);
    const partner = { id: 'r1', object: 'companies' };
    const named = field('partner', 'record-reference', { default: partner, default_names: { r1: 'Globex' } });
    expect(startingEntries(formOf(named))).toEqual({ partner: { picked: [{ ...partner, name: 'Globex' }], text: '' } });
    expect(startingValue(named)).toEqual(partner);
    expect(startingValue({ ...named, default_names: {} })).toBe(undefined);
  });

  it('with who is there, and with days and moments counted from now', () => {
    expect(startingValue(field('reviewer', 'actor-reference', { dynamic_default: 'current-user' }))).toBe('ana');
    const tomorrow = new Date(today().getTime() + 86_400_000).toISOString().slice(0, 10);
    expect(startingValue(field('call', 'date', { dynamic_default: 'P1D' }))).toBe(tomorrow);
    const inTwoHours = Date.parse(String(startingValue(field('at', 'timestamp', { dynamic_default: 'PT2H' }))));
    expect(Math.abs(inTwoHours - Date.now() - 7_200_000)).toBeLessThan(61_000);
    expect(startingValue(field('odd', 'date', { dynamic_default: 'whenever' }))).toBe(undefined);
  });

  it('with just the numbers, amounts, days and moments that it names, one or several, in every locale', () => {
    const noShorter = { noNaN: true, noDefaultInfinity: true } as const;
    const amount = fc
      .tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 4 }))
      .map(
        ([whole, digits, length]) => `${whole}.${String(digits).padStart(4, '0').slice(0, length)}`.replace(/\.?0*$/, '') || '0',
      );
    const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    const values = {
      number: fc.oneof(
        fc.integer(),
        fc.double({ ...noShorter, min: -1e6, max: 1e6 }).map((one) => Math.round(one * 1000) / 1000 || 0),
      ),
      currency: amount.map((decimal) => ({ amount: decimal, currency: 'EUR' })),
      date: moment.map((one) => one.toISOString().slice(0, 10)),
      timestamp: moment.map((one) => canonicalMoment(one.toISOString())),
    };
    const given = fc.constantFrom(...(Object.keys(values) as (keyof typeof values)[])).chain((type) =>
      fc.record({
        type: fc.constant(type),
        locale: fc.constantFrom(...pastedLocales),
        several: fc.uniqueArray<unknown, string>(values[type], {
          minLength: 1,
          maxLength: 3,
          selector: (one) => JSON.stringify(one),
        }),
        multi: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(given, ({ type, locale, several, multi }) => {
        const meant = multi ? several : several[0];
        const one = field('one', type, { multi, default: meant, config: { currency_code: 'EUR', target_objects: null } });
        const reading = entriesByType[type].read(startingEntries(formOf(one)).one, one, { locale, members });
        expect(reading.ok && shortest(reading.value)).toEqual(shortest(meant));
      }),
    );
  });

  it('with my own name as the owner only where nothing else is said', () => {
    expect(startingValue(field('owner', 'actor-reference'))).toBe('ana');
    expect(startingValue(field('owner', 'actor-reference', { default: 'bo' }))).toBe('bo');
  });
});

it('sends the one value of an input as a list where the attribute takes several', async () => {
  const days = field('days', 'date', { multi: true, default: ['2026-11-30'] });
  const form = formOf(days);
  const judgement = await judgeEntries(form.fields, startingEntries(form), { locale: 'en-GB', members, rules: [] });
  expect(judgement).toEqual({ ok: true, values: { days: ['2026-11-30'] } });
});

it('waits for the numbering plans before a telephone number is judged', async () => {
  const form = formOf(field('phone', 'phone-number'));
  const judge = (phone: string) => judgeEntries(form.fields, { phone }, { locale: 'en-GB', members, rules: [] });
  expect(await judge('020 7946 0958')).toEqual({ ok: true, values: { phone: '+442079460958' } });
  expect(await judge('12')).toMatchObject({ ok: false, errors: [{ field: 'phone', code: 'not_a_phone_number' }] });
});

describe('a draft that is found again', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `o${at}`, title: `Option ${at}` }));

  it('keeps texts, days and parts, and starts anew where the attribute is of another kind', () => {
    const form = formOf(field('day', 'date'), field('name', 'personal-name'), field('note', 'text'));
    const kept = {
      day: { text: 'fri', typed_at: '2026-11-20T10:00' },
      name: { parts: { first_name: 'Ana', last_name: '' } },
      note: 'x',
    };
    expect(fittingEntries(kept, form)).toEqual(kept);
    expect(fittingEntries({ day: 'fri', name: 'Ana', note: kept.day }, form)).toEqual(startingEntries(form));
  });

  it('keeps a choice when the choices became too many for a select', () => {
    const form = (count: number) => formOf(field('source', 'select', { options: many(count) }));
    const picked = { picked: [{ id: 'o3', name: 'Option 3' }], text: '' };
    expect(fittingEntries({ source: 'o3' }, form(13))).toEqual({ source: picked });
    expect(fittingEntries({ source: picked }, form(12))).toEqual({ source: 'o3' });
  });

  it('is joined part by part with what was typed before it was found', () => {
    const form = formOf(field('place', 'location'));
    const place = (parts: Record<string, string>) => ({ place: { parts } });
    const draft = place({ line_1: 'Old Street 1', locality: 'Lisbon' });
    expect(mergeEntries(form, draft, place({ line_1: '', locality: 'Porto' }))).toEqual(
      place({ line_1: 'Old Street 1', locality: 'Porto' }),
    );
  });
});

it('folds what is neither Attio’s own nor required', () => {
  const isFolded = (more: Partial<Field>) => {
    const form = formOf(field('extra', 'rating', more));
    return drawnFields(form, ruledFields(form.fields, form.rules, undefined), {})[0]?.isFolded;
  };
  expect([isFolded({}), isFolded({ required: true }), isFolded({ standard: true })]).toEqual([true, false, false]);
});

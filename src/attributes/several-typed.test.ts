import { describe, expect, it } from 'vitest';
import { exampleField } from '../contract/testing/example-field.ts';
import { currencyEntry } from './currency/currency-entry.ts';
import { understoodMoney } from './currency/understood-money.ts';
import { dateEntry } from './date/date-entry.ts';
import { understoodDay } from './date/understood.ts';
import { numberEntry } from './number/number-entry.ts';
import { timestampEntry } from './timestamp/timestamp-entry.ts';

const context = { locale: 'en-US', members: [] };
const dated = (text: string) => ({ text, typed_at: '2026-11-28T10:00' });

describe('An attribute that takes several of what is typed', () => {
  it('takes them apart at semicolons', () => {
    const [numbers, dates] = [exampleField('n', 'number', { multi: true }), exampleField('d', 'date', { multi: true })];
    expect(numberEntry.read('1,200; 3.5;', numbers, context)).toEqual({ ok: true, value: [1200, 3.5] });
    expect(dateEntry.read(dated('30 nov 2026; 1 dec 2026'), dates, context)).toEqual({
      ok: true,
      value: ['2026-11-30', '2026-12-01'],
    });
    expect(understoodDay(dated('30 nov 2026; 1 dec 2026'), dates, context)).toMatch(/November 30.*; .*December 1/);
    const moments = exampleField('t', 'timestamp', { multi: true });
    expect(timestampEntry.read(dated('2026-11-30T14:00Z; 2026-12-01T15:00Z'), moments, context)).toMatchObject({
      ok: true,
      value: [expect.stringContaining('2026-11-30T14:00'), expect.stringContaining('2026-12-01T15:00')],
    });
    const money = exampleField('m', 'currency', { multi: true, config: { currency_code: 'USD', target_objects: null } });
    expect(currencyEntry.read('48k; 1.50', money, context)).toMatchObject({
      ok: true,
      value: [{ amount: '48000' }, { amount: '1.50' }],
    });
    expect(understoodMoney('48k; 1.50', money, context)).toBe('$48,000.00; $1.50');
  });

  it('asks whether a comma parts two numbers or stands before decimals', () => {
    const numbers = exampleField('n', 'number', { multi: true });
    const asked = { ok: false, code: 'reads_two_ways', detail: '1.2 / 1; 2' };
    expect(numberEntry.read('5; 1,2', numbers, context)).toEqual(asked);
    expect(numberEntry.read('1,234; 2,345.5', numbers, context)).toEqual({ ok: true, value: [1234, 2345.5] });
    expect(numberEntry.read('1,2', numbers, { ...context, locale: 'de-DE' })).toEqual({ ok: true, value: [1.2] });
    expect(numberEntry.read('1,2', exampleField('n', 'number'), context)).toEqual({ ok: true, value: 1.2 });
  });

  it('tells the first that cannot be read, and nothing where there is none', () => {
    const numbers = exampleField('n', 'number', { multi: true });
    expect(numberEntry.read('1; x', numbers, context)).toMatchObject({ ok: false, code: 'not_a_number' });
    expect(numberEntry.read(' ; ', numbers, context)).toEqual({ ok: true, value: undefined });
  });

  it('is not meant where one is taken', () => {
    expect(numberEntry.read('1; 2', exampleField('n', 'number'), context).ok).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { exampleField } from '../../contract/testing/example-field.ts';
import { fieldErrorMessage } from '../../words/field-error-message.ts';
import { pastedLocales } from '../pasted-locales.ts';
import { currencyEntry } from './currency-entry.ts';

const field = exampleField('value', 'currency', { title: 'Deal value', standard: true });

const read = (text: string, locale = 'en-US', currency = 'USD') => {
  const config = { currency_code: currency, target_objects: null };
  const reading = currencyEntry.read(text, { ...field, config }, { locale, members: [] });
  if (!reading.ok) return reading.code;
  return reading.value === undefined ? null : (reading.value as { amount: string }).amount;
};

describe('money as typed', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['0', '0'],
    ['48k', '48000'],
    ['48K', '48000'],
    ['1.5m', '1500000'],
    ['$4,200.50', '4200.50'],
    ['4200 USD', '4200'],
    ['usd 4200', '4200'],
    ['-$5', '-5'],
    ['- 5', '-5'],
    ['48k usd', '48000'],
  ])('%j is %s', (text, amount) => expect(read(text)).toBe(amount));

  it.each(['€5', '5 €', '48k EUR', 'EUR 48k', '£1,000'])('%j is another currency, and is not taken for dollars', (text) =>
    expect(read(text)).toBe('no_rate'),
  );

  it.each(['ten', '10²', '5 apples', '$'])('%j is no amount', (text) => expect(read(text)).toBe('not_an_amount'));

  it('knows the signs of the attribute’s currency in the rep’s locale', () => {
    expect(read('1.234,50 €', 'de-DE', 'EUR')).toBe('1234.50');
    expect(read('CHF 1’234.50', 'de-CH', 'CHF')).toBe('1234.50');
    expect(read('₹1,00,000', 'en-IN', 'INR')).toBe('100000');
    expect(read('US$5', 'en-CA', 'USD')).toBe('5');
    expect(read('٤٨ ألف دولار', 'ar-EG', 'USD')).toBe('48000');
    expect(read('48 يورو', 'ar-EG', 'EUR')).toBe('48');
  });

  it('asks in spellings that are then read as they are meant, in every locale', () => {
    const context = (locale: string) => ({ locale, members: [] });
    for (const [locale, typed] of pastedLocales.flatMap((one) => [[one, '1.234'] as const, [one, '1,234'] as const])) {
      const reading = currencyEntry.read(typed, field, context(locale));
      if (reading.ok) continue;
      const question = fieldErrorMessage(reading.code, { title: 'Deal value', detail: reading.detail });
      const [, one = '', other = ''] = /Type it as (\S+) or (\S+)\.$/.exec(question) ?? [];
      expect([read(one, locale), read(other, locale)], `${locale} ${question}`).toEqual(['1234', '1.2340']);
    }
    const german = currencyEntry.read('1,234', field, context('de-DE'));
    expect(german).toEqual({ ok: false, code: 'reads_two_ways', detail: '1234 / 1,234' });
  });
});

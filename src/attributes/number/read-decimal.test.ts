import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDecimal } from './read-decimal.ts';

const read = (text: string, locale = 'en-US') => {
  const reading = readDecimal(text, locale);
  return reading.ok ? reading.decimal : reading.code;
};

describe('a number as typed', () => {
  it.each([
    ['fr-FR', '12.345'],
    ['fr-CH', '1.234'],
    ['fr-CH', '1,234'],
    ['sv-SE', '1.234'],
    ['pl-PL', '1.234'],
    ['de-CH', '1,234'],
    ['de-DE', '1,234'],
  ])('in %s, where nobody groups with it, %s is asked about', (locale, text) =>
    expect(read(text, locale)).toBe('reads_two_ways'),
  );

  it.each([
    ['de-DE', '1.234'],
    ['es-ES', '1.234'],
    ['en-US', '1,234'],
    ['en-IN', '1,234'],
  ])('in %s, where one groups with it, %s is a thousand and some', (locale, text) => expect(read(text, locale)).toBe('1234'));

  it.each([
    ['48 ألف', '48000'],
    ['48 ألفًا', '48000'],
    ['48 الف', '48000'],
    ['5 الاف', '5000'],
    ['٤٨ ألف', '48000'],
    ['١٫٥ مليون', '1500000'],
  ])('reads %s as an Egyptian types it', (text, decimal) => expect(read(text, 'ar-EG')).toBe(decimal));

  it('takes points for groups of three only', () => {
    expect(read('1.23.456', 'de-DE')).toBe('not_a_number');
    expect(read('1.23.456,50', 'de-DE')).toBe('not_a_number');
    expect(read('1,23,456.50', 'de-DE')).toBe('123456.50');
    expect(read('1.234.567', 'de-DE')).toBe('1234567');
  });

  it.each([
    ['4200', '4200'],
    ['4200.50', '4200.50'],
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1 234,56', '1234.56'],
    ["1'234.56", '1234.56'],
    ['1\u202f234\u00a0567', '1234567'],
    ['1,00,000', '100000'],
    ['48k', '48000'],
    ['1.2m', '1200000'],
    ['1,5M', '1500000'],
    ['1,5 Mio.', '1500000'],
    ['48 Tsd', '48000'],
    ['2bn', '2000000000'],
    ['1.2mm', '1200000'],
    ['1,000k', '1000000'],
    ['1.234m', '1234000'],
    ['1,234m', '1234000000'],
    ['0.001k', '0.001'.replace('0.001', '1')],
    ['-12.5', '-12.5'],
    ['−3', '-3'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['٤٢٠٠', '4200'],
    ['４２００', '4200'],
    ['1,234,567', '1234567'],
    ['12345678901234567.89', '12345678901234567.89'],
    ['100.–', '100'],
    ['100.-', '100'],
    ['100,-', '100'],
    ['1’200.—', '1200'],
    ['-5', '-5'],
    ['5-', '-5'],
    ['48 k', '48000'],
    ['1 2', 'not_a_number'],
    ["12'34", 'not_a_number'],
    ['48 000 52 000', 'not_a_number'],
    ['1200\t3400', 'not_a_number'],
    ['100, 200', 'not_a_number'],
    ['100. 200', 'not_a_number'],
  ])('%j reads as %s', (text, decimal) => expect(read(text)).toBe(decimal));

  it.each(['', 'abc', '1.2.3', '1,2,3', '12 apples', '1.234.56', '1,23.4', '--1', '1e5', 'Infinity', '.', ','])(
    '%j is no number',
    (text) => expect(read(text)).toBe('not_a_number'),
  );

  it('takes the locale’s group separator before three digits as a group', () => {
    expect(read('48,000', 'en-US')).toBe('48000');
    expect(read('48.000', 'de-DE')).toBe('48000');
  });

  it('asks when the locale’s decimal sign stands before three digits', () => {
    expect(readDecimal('1.234', 'en-US')).toEqual({ ok: false, code: 'reads_two_ways', readings: ['1234', '1.234'] });
    expect(readDecimal('1,234', 'de-DE')).toEqual({ ok: false, code: 'reads_two_ways', readings: ['1234', '1.234'] });
  });

  it('never changes the digits of a plain decimal', () => {
    const plain = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.stringMatching(/^(\d{1,2}|\d{4})$/));
    fc.assert(fc.property(plain, ([whole, fraction]) => read(`${whole}.${fraction}`) === `${whole}.${fraction}`));
  });

  it('reads what Intl writes with cents in any locale', () => {
    const locales = [
      'en-US',
      'de-DE',
      'fr-FR',
      'de-CH',
      'en-IN',
      'pt-BR',
      'ar-EG',
      'fa-IR',
      'hi-IN',
      'sv-SE',
      'ja-JP',
      'pl-PL',
      'es-ES',
    ];
    const amount = fc.tuple(fc.constantFrom(...locales), fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(amount, ([locale, whole, cents]) => {
        const decimal = `${whole}.${String(cents).padStart(2, '0')}`;
        const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(decimal as Intl.StringNumericLiteral);
        return read(written, locale) === decimal;
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readDecimal(text, 'de-DE').ok === 'boolean'));
  });
});

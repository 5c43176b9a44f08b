import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastedLocales } from './currency-signs.ts';
import { readMoney } from './read-money.ts';

const decimal = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 11n }), fc.integer({ min: 0, max: 99 }), fc.boolean())
  .map(([whole, cents, isNegative]) => {
    const text = `${whole}.${String(cents).padStart(2, '0')}`;
    return isNegative && /[1-9]/.test(text) ? `-${text}` : text;
  });
const same = (one: string, other: string) => {
  const plain = (text: string) => text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  return plain(one) === plain(other);
};

/** Read as it was meant, or asked about with what was meant among the readings; never anything else. */
function isHonest(text: string, meant: string, currency: string, locale: string): boolean {
  const reading = readMoney(text, currency, locale);
  if (reading.ok) return reading.currency === null && same(reading.decimal, meant);
  return reading.code === 'reads_two_ways' && reading.readings.some((one) => same(one, meant.replace('-', '')));
}

describe('money that was written elsewhere', () => {
  it('has forty locales and more to be written in', () => expect(pastedLocales.length).toBeGreaterThanOrEqual(40));

  const currencies = ['USD', 'EUR', 'GBP', 'INR', 'CHF', 'SEK', 'PLN', 'BRL', 'AED', 'ILS', 'JPY', 'KWD'];
  const written = fc.record({
    from: fc.constantFrom(...pastedLocales),
    to: fc.constantFrom(...pastedLocales),
    currency: fc.constantFrom(...currencies),
    meant: decimal,
    display: fc.constantFrom('symbol', 'narrowSymbol', 'code'),
    sign: fc.constantFrom('standard', 'accounting'),
  } as const);

  it('is read right or asked about, for every currency sign of every locale', () => {
    fc.assert(
      fc.property(written, ({ from, to, currency, meant: exact, display: currencyDisplay, sign: currencySign }) => {
        const meant = currency === 'JPY' ? exact.replace(/\.\d+$/, '').replace(/^-0$/, '0') : exact;
        const format = new Intl.NumberFormat(from, { style: 'currency', currency, currencyDisplay, currencySign });
        const text = format.format(meant as Intl.StringNumericLiteral);
        return isHonest(text, meant, currency, to);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is read right or asked about, as a plain number of up to four decimals', () => {
    const digits = fc.constantFrom(0, 2, 4);
    fc.assert(
      fc.property(written, digits, fc.boolean(), ({ from, to, currency, meant }, fraction, useGrouping) => {
        const exact = fraction < 2 ? meant.replace(/\.\d+$/, '').replace(/^-0$/, '0') : meant;
        const format = new Intl.NumberFormat(from, { useGrouping, minimumFractionDigits: fraction });
        return isHonest(format.format(exact as Intl.StringNumericLiteral), exact, currency, to);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is never asked about where the locale writes it itself, but for a lone decimal sign before three digits', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pastedLocales), decimal, (locale, meant) => {
        const text = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(
          meant as Intl.StringNumericLiteral,
        );
        const reading = readMoney(text, 'EUR', locale);
        return reading.ok && same(reading.decimal, meant);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('money of another currency', () => {
  it.each([
    ['48k EUR', '48000', 'EUR'],
    ['€ 1.234,50', '1234.50', 'EUR'],
    ['1 234,50 zł', '1234.50', 'PLN'],
    ['£5', '5', 'GBP'],
    ['-₹1,00,000', '-100000', 'INR'],
    ['=100*2 EUR', '200', 'EUR'],
  ])('%j is known as such', (text, amount, currency) =>
    expect(readMoney(text, 'USD', 'en-US')).toEqual({ ok: true, decimal: amount, currency }),
  );

  it.each(['¥500', '500 kr', 'EUR 5 GBP'])('%j may be several, so nobody guesses', (text) =>
    expect(readMoney(text, 'USD', 'en-US')).toMatchObject({ ok: false }),
  );
});

describe('a formula', () => {
  it.each([
    ['=1200*3', '3600'],
    ['= 1200 × 3', '3600'],
    ['=(48k+2.5k)/2', '25250'],
    ['=0.1+0.2', '0.3'],
    ['=-5+2', '-3'],
    ['=2*(3+4)*5', '70'],
    ['=10/4', '2.5'],
    ['=12345678901234567.89+0.01', '12345678901234567.9'],
    ['=$1,200*3', '3600'],
  ])('%j is %s', (text, amount) =>
    expect(readMoney(text, 'USD', 'en-US')).toEqual({ ok: true, decimal: amount, currency: null }),
  );

  it.each(['=1000/3', '=5/0'])('%j does not come out even', (text) =>
    expect(readMoney(text, 'USD', 'en-US')).toEqual({ ok: false, code: 'not_even' }),
  );

  it.each(['=5 EUR + 5 GBP', '=5 EUR + $5', '=5 kr'])('%j of several currencies is refused', (text) =>
    expect(readMoney(text, 'USD', 'en-US')).toMatchObject({ ok: false }),
  );

  it.each(['=', '=1+', '=(1', '=1)', '=a*2', '=1**2', '=*3'])('%j is none', (text) =>
    expect(readMoney(text, 'USD', 'en-US')).toMatchObject({ ok: false, code: 'not_a_number' }),
  );

  it('asks about a number in it that reads two ways', () =>
    expect(readMoney('=1.234*2', 'USD', 'en-US')).toMatchObject({ ok: false, code: 'reads_two_ways' }));

  it('is exact, whatever the digits', () => {
    const part = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        const reading = readMoney(`=${a}*${b}+(${c})-0`, 'USD', 'en-US');
        return reading.ok && reading.decimal === String(a * b + c);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => typeof readMoney(`=${text}`, 'USD', 'de-DE').ok === 'boolean'),
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9+*/()., €k-]{0,12}$/),
        (text) => typeof readMoney(`=${text}`, 'EUR', 'de-DE').ok === 'boolean',
      ),
    );
  });
});

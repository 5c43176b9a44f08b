import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastedLocales } from '../pasted-locales.ts';
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
  // A sign that is another currency's where the rep lives: they are asked for its code.
  if (reading.code === 'wrong_currency') return !text.includes(currency);
  return reading.code === 'reads_two_ways' && reading.readings.some((one) => same(one, meant));
}

describe('money that was written elsewhere', () => {
  it('has forty locales and more to be written in', () => expect(pastedLocales.length).toBeGreaterThanOrEqual(40));

  const currencies = ['USD', 'EUR', 'GBP', 'INR', 'CHF', 'SEK', 'PLN', 'BRL', 'AED', 'ILS', 'JPY', 'KWD'];
  const written = fc.record({
    from: fc.constantFrom(...pastedLocales),
    to: fc.constantFrom(...pastedLocales),
    currency: fc.constantFrom(...currencies),
    meant: decimal,
    display: fc.constantFrom('symbol', 'narrowSymbol', 'code', 'name'),
    sign: fc.constantFrom('standard', 'accounting'),
  } as const);

  it('is read right or asked about, for every currency sign of every locale', () => {
    fc.assert(
      fc.property(written, ({ from, to, currency, meant: exact, display: currencyDisplay, sign: currencySign }) => {
        const meant = currency === 'JPY' ? exact.replace(/\.\d+$/, '').replace(/^-0$/, '0') : exact;
        const format = new Intl.NumberFormat(from, { style: 'currency', currency, currencyDisplay, currencySign });
        const text = format.format(meant as Intl.StringNumericLiteral);
        // Intl itself writes Turkish names into the decimals, in some versions.
        fc.pre(!/\p{Nd}.*\p{L}.*\p{Nd}/u.test(text));
        return isHonest(text, meant, currency, to);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is read right or asked about, where it was shortened', () => {
    const shortened = fc.record({
      power: fc.integer({ min: 3, max: 13 }),
      count: fc.constantFrom(1, 1.2, 2, 5, 12, 48),
      compactDisplay: fc.constantFrom('short', 'long'),
      isMoney: fc.boolean(),
    } as const);
    fc.assert(
      fc.property(
        written,
        shortened,
        ({ from, to, currency, display: currencyDisplay }, { power, count, compactDisplay, isMoney }) => {
          const style = isMoney ? ({ style: 'currency', currency, currencyDisplay } as const) : {};
          const format = new Intl.NumberFormat(from, { ...style, notation: 'compact', compactDisplay, maximumFractionDigits: 1 });
          const meant = (BigInt(count * 10) * 10n ** BigInt(power - 1)).toString();
          // What is written so in one place only, and says too little elsewhere, may be refused: it is never another amount.
          const isRefused = ({ ok, code }: { ok: boolean; code?: string }) => !ok && code === 'not_a_number';
          const text = format.format(BigInt(meant));
          return isHonest(text, meant, currency, to) || isRefused(readMoney(text, currency, to));
        },
      ),
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

describe('shorthand', () => {
  it.each([
    ['en-US', '48k', '48000'],
    ['en-US', '1.2m', '1200000'],
    ['en-US', '1.2 m', '1200000'],
    ['en-US', '$2B', '2000000000'],
    ['en-GB', '2bn', '2000000000'],
    ['en-GB', '5 million', '5000000'],
    ['en-IN', '5 lakh', '500000'],
    ['en-IN', '5 lakhs', '500000'],
    ['en-IN', '2.5 lacs', '250000'],
    ['en-IN', '2 crores', '20000000'],
    ['en-IN', '500/-', '500'],
    ['en-IN', '1.2Cr', '12000000'],
    ['de-DE', '1,5 Mio. €', '1500000'],
    ['de-DE', '2 Mrd', '2000000000'],
    ['de-DE', '48 Tausend', '48000'],
    ['pt-PT', '1,2 mM', '1200000000'],
    ['ja-JP', '120万', '1200000'],
    ['ru-RU', '48 тыс.', '48000'],
  ])('in %s, %j is %s', (locale, text, amount) =>
    expect(readMoney(text, text.includes('€') ? 'EUR' : 'USD', locale)).toEqual({ ok: true, decimal: amount, currency: null }),
  );

  it.each([
    ['id-ID', '1,2m', ['1200000', '1200000000']],
    ['en-US', 'US$1,2 M', ['1200000', '1200000000']],
    ['tr-TR', '$48B', ['48000', '48000000000']],
    ['es-ES', '2B', ['2000000000', '2000000000000']],
    ['de-DE', '48T', ['48000', '48000000000000']],
    ['fr-FR', '2 Bn', ['2000000000', '2000000000000']],
  ])('in %s, %j is asked about', (locale, text, readings) =>
    expect(readMoney(text, 'USD', locale)).toMatchObject({ ok: false, code: 'reads_two_ways', readings }),
  );

  it.each(['500 E', '500 t', '48 kilo'])('%j is none', (text) =>
    expect(readMoney(text, 'USD', 'en-US')).toMatchObject({ ok: false }),
  );
});

describe('a currency as people write it', () => {
  it.each([
    ['en-IN', 'INR', 'Rs. 1,00,000/-', '100000'],
    ['en-IN', 'INR', '₹ 500/-', '500'],
    ['pt-BR', 'BRL', '500 reais', '500'],
  ])('in %s, in a field of %s, %j is %s', (locale, currency, text, decimal) =>
    expect(readMoney(text, currency, locale)).toMatchObject({ ok: true, decimal }),
  );

  it.each([
    ['Fr. 1’200.—', 'CHF', '1200'],
    ['Fr.50', 'CHF', '50'],
    ['1’200.—', 'CHF', '1200'],
    ['500:-', 'SEK', '500'],
    ['S$500', 'SGD', '500'],
    ['1.500 TL', 'TRY', '1500'],
    ['500 руб.', 'RUB', '500'],
    ['Rs. 1,00,000', 'INR', '100000'],
    ['Rs.500', 'INR', '500'],
    ['１，２００．５０', 'USD', '1200.50'],
    ['￥１２００', 'JPY', '1200'],
    ['1,200.50 US dollars', 'USD', '1200.50'],
    ['500 dollars', 'USD', '500'],
    ['1.200,50 Euro', 'EUR', '1200.50'],
    ['1 million euros', 'EUR', '1000000'],
  ])('%j in %s is %s', (text, currency, amount) =>
    expect(readMoney(text, currency, currency === 'TRY' ? 'tr-TR' : 'en-US')).toEqual({
      ok: true,
      decimal: amount,
      currency: null,
    }),
  );

  it.each([
    ['US$500', 'USD'],
    ['A$500', 'AUD'],
    ['R$ 500', 'BRL'],
    ['500 Fr.', 'CHF'],
    ['$500 USD', 'USD'],
  ])('%j in an attribute of Canadian dollars is %s', (text, currency) =>
    expect(readMoney(text, 'CAD', 'en-CA')).toEqual({ ok: true, decimal: '500', currency }),
  );

  it('belongs to the attribute where people write it so, and is asked for where they mean another by it', () => {
    const canadian = { ok: true, decimal: '500', currency: null };
    expect(readMoney('$500', 'CAD', 'en-CA')).toEqual(canadian);
    expect(readMoney('$500', 'CAD', 'en-US')).toEqual({ ok: false, code: 'wrong_currency' });
    for (const clear of ['500', 'C$500', 'CA$500', '$500 CAD']) expect(readMoney(clear, 'CAD', 'en-US')).toEqual(canadian);
    expect(readMoney('¥500', 'CNY', 'ja-JP')).toEqual({ ok: false, code: 'wrong_currency' });
  });

  it('is kept in the question about a number that reads two ways', () =>
    expect(readMoney('EUR 1.234', 'USD', 'en-US')).toEqual({
      ok: false,
      code: 'reads_two_ways',
      readings: ['1234', '1.234'],
      currency: 'EUR',
    }));
});

it('comes to an end at once, however long what stands at the number is', () => {
  for (const long of ['a'.repeat(5_000), 'a.'.repeat(2_500), '('.repeat(5_000), `(${'a'.repeat(5_000)}`, '-'.repeat(5_000)]) {
    for (const text of [`5 ${long}`, `${long} 5`, `=5 ${long}`]) expect(readMoney(text, 'USD', 'en-US').ok).toBe(false);
  }
});

it.each(['500\n600', '500\t600', '500\r\n600'])('two cells, %j, are no amount', (text) =>
  expect(readMoney(text, 'USD', 'en-US')).toEqual({ ok: false, code: 'not_a_number' }),
);

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
    ['=(100 + 50) USD', '150'],
    ['=2 tsd + 1 mio', '1002000'],
    ['＝１２００＊３', '3600'],
  ])('%j is %s', (text, amount) =>
    expect(readMoney(text, 'USD', 'en-US')).toEqual({ ok: true, decimal: amount, currency: null }),
  );

  it.each(['=1000/3', '=5/0'])('%j does not come out even', (text) =>
    expect(readMoney(text, 'USD', 'en-US')).toEqual({ ok: false, code: 'not_even' }),
  );

  it.each(['=5 EUR + 5 GBP', '=5 EUR + $5', '=5 kr'])('%j of several currencies is refused', (text) =>
    expect(readMoney(text, 'USD', 'en-US')).toMatchObject({ ok: false }),
  );

  it.each(['=', '=1+', '=(1', '=1)', '=a*2', '=1**2', '=*3', '=500 600'])('%j is none', (text) =>
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleField } from '../../contract/testing/example-field.ts';
import type { Rate } from '../../contract/workspace-settings.ts';
import { convertMoney, rateFor } from './convert-money.ts';
import { currencyEntry } from './currency-entry.ts';
import { understoodMoney } from './understood-money.ts';

const rate = (more: Partial<Rate> = {}): Rate => ({
  ...{ from: 'EUR', to: 'USD', rate: '1.0842', date: '2026-11-27', source: 'ECB' },
  ...more,
});

describe('money that was agreed in another currency', () => {
  it.each([
    ['48000', '1.0842', 'USD', '52041.60'],
    ['-48000', '1.0842', 'USD', '-52041.60'],
    ['0.005', '1', 'USD', '0.01'],
    ['-0.005', '1', 'USD', '-0.01'],
    ['100', '163.27', 'JPY', '16327'],
    ['1', '0.3071', 'KWD', '0.307'],
    ['12345678901234567.89', '1', 'USD', '12345678901234567.89'],
  ])('%s at %s is %s %s', (amount, value, to, converted) =>
    expect(convertMoney(amount, rate({ rate: value, to }))).toBe(converted),
  );

  it('is off by half a cent at most, whatever the digits', () => {
    const cents = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 10 ** 8 }), (amount, perTenThousand) => {
        const [units, part] = [amount / 100n, String(amount < 0n ? -amount % 100n : amount % 100n).padStart(2, '0')];
        const text = `${amount < 0n && units === 0n ? '-' : ''}${units}.${part}`;
        const factor = `${Math.floor(perTenThousand / 10_000)}.${String(perTenThousand % 10_000).padStart(4, '0')}`;
        const converted = BigInt(convertMoney(text, rate({ rate: factor })).replace('.', ''));
        const exact = amount * BigInt(perTenThousand);
        const off = converted * 10_000n - exact;
        return off <= 5_000n && off >= -5_000n;
      }),
    );
  });

  it('takes the newest rate of the day, and neither turns one round nor puts two together', () => {
    const rates = [
      rate({ date: '2026-11-26', rate: '1' }),
      rate(),
      rate({ from: 'USD', to: 'EUR' }),
      rate({ from: 'GBP', to: 'EUR' }),
    ];
    expect(rateFor(rates, 'EUR', 'USD', '2026-11-28')?.rate).toBe('1.0842');
    // One that is only to come does not hold yet.
    expect(rateFor([...rates, rate({ date: '2026-11-29', rate: '2' })], 'EUR', 'USD', '2026-11-28')?.rate).toBe('1.0842');
    expect(rateFor(rates, 'GBP', 'USD', '2026-11-28')).toBeUndefined();
    expect(rateFor([rate({ from: 'USD', to: 'EUR' })], 'EUR', 'USD', '2026-11-28')).toBeUndefined();
  });

  const field = exampleField('value', 'currency', { title: 'Deal value', standard: true });
  const context = { locale: 'en-US', members: [], exchange: { original_attribute: 'agreed', rates: [rate()] } };

  it('is converted where an admin has given a rate, with all of it shown', () => {
    expect(currencyEntry.read('48k EUR', field, context)).toEqual({
      ok: true,
      value: { amount: '52041.60', currency: 'USD' },
      original: '€48,000.00 at 1.0842 (ECB, 2026-11-27)',
    });
    expect(understoodMoney('€48k', field, context)).toBe('$52,041.60 = €48,000.00 at 1.0842 (ECB, 2026-11-27)');
  });

  it('never becomes nothing, nor hides decimals that would be refused', () => {
    expect(currencyEntry.read('0.0001 EUR', field, context)).toEqual({ ok: false, code: 'too_small' });
    expect(currencyEntry.read('0.00001 EUR', field, context)).toEqual({ ok: false, code: 'too_many_decimals' });
    expect(currencyEntry.read('0 EUR', field, context)).toMatchObject({ ok: true });
  });

  it('is refused where there is none, and asked about at once', () => {
    expect(currencyEntry.read('48k GBP', field, context)).toEqual({ ok: false, code: 'no_rate', detail: 'GBP' });
    expect(understoodMoney('48k GBP', field, context)).toContain('no rate for GBP');
    expect(understoodMoney('1.234', field, context)).toContain('Is this 1234 or 1.234?');
    expect(understoodMoney('12345678901234567.89', field, context)).toBe('');
  });
});

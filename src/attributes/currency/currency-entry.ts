import { t, withoutMarks } from '../../words/t.ts';
import { type AttributeEntry, nothing } from '../attribute-entry.ts';
import { localMoment } from '../date/local-moment.ts';
import { spelledDecimal } from '../number/read-decimal.ts';
import { pieces, severalTyped } from '../several-typed.ts';
import { mostDecimals } from './amount-limits.ts';
import { convertMoney, rateFor } from './convert-money.ts';
import type { Money } from './currency-forms.ts';
import { currencyStart } from './currency-start.ts';
import { formatMoney } from './format-money.ts';
import { readMoney } from './read-money.ts';

const oneCurrency: AttributeEntry<string> = {
  ...currencyStart,
  read(entry, field, { locale, exchange }) {
    if (entry.trim() === '') return nothing;
    const { currency_code: currency } = field.config;
    const reading = readMoney(entry, currency, locale);
    if (!reading.ok) {
      if (reading.code === 'not_a_number') return { ok: false, code: 'not_an_amount' };
      if (reading.code === 'reads_two_ways') {
        const spelled = reading.readings.map((one) => spelledDecimal(one, locale));
        const inFull = spelled.map((one) => (reading.currency === null ? one : `${reading.currency} ${one}`));
        return { ok: false, code: 'reads_two_ways', detail: inFull.join(' / ') };
      }
      return reading;
    }
    const own = currency ?? '';
    if (reading.currency === null) return { ok: true, value: { amount: reading.decimal, currency: own } satisfies Money };
    const rate = rateFor(exchange?.rates ?? [], reading.currency, own, localMoment(new Date()).slice(0, 10));
    if (!rate) return { ok: false, code: 'no_rate', detail: reading.currency };
    const converted = convertMoney(reading.decimal, rate);
    if ((reading.decimal.split('.')[1]?.length ?? 0) > mostDecimals) return { ok: false, code: 'too_many_decimals' };
    if (isNothing(converted) && !isNothing(reading.decimal)) return { ok: false, code: 'too_small' };
    const original = formatMoney({ amount: reading.decimal, currency: reading.currency }, locale);
    return {
      ok: true,
      value: { amount: converted, currency: own } satisfies Money,
      original: withoutMarks(t('exchange.original', { amount: original, rate: rate.rate, date: rate.date, source: rate.source })),
    };
  },
};

/** Money in the attribute's currency, or in another for which an admin has given a rate. */
export const currencyEntry = severalTyped(oneCurrency, pieces);

const isNothing = (amount: string): boolean => !/[1-9]/.test(amount);

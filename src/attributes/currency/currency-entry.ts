import { type AttributeEntry, nothing } from '../attribute-entry.ts';
import type { Money } from './currency-forms.ts';
import { readMoney } from './read-money.ts';

export const currencyEntry: AttributeEntry<string> = {
  blank: () => '',
  from: (value) => (typeof value === 'object' && value !== null && 'amount' in value ? String(value.amount) : ''),
  read(entry, field, { locale }) {
    if (entry.trim() === '') return nothing;
    const { currency_code: currency } = field.config;
    const reading = readMoney(entry, currency, locale);
    if (!reading.ok) {
      if (reading.code === 'not_a_number') return { ok: false, code: 'not_an_amount' };
      if (reading.code === 'reads_two_ways') return { ok: false, code: 'reads_two_ways', detail: reading.readings.join(' / ') };
      return reading;
    }
    if (reading.currency !== null) return { ok: false, code: 'wrong_currency' };
    return { ok: true, value: { amount: reading.decimal, currency: currency ?? '' } satisfies Money };
  },
};

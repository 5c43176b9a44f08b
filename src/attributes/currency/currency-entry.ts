import { type AttributeEntry, nothing } from '../attribute-entry.ts';
import { readDecimal } from '../number/read-decimal.ts';
import type { Money } from './currency-forms.ts';

/** The text without the attribute's own currency code or any currency sign; another currency's code stays and is refused. */
function withoutCurrency(text: string, code: string | null): string {
  const bare = text.trim().replace(/\p{Sc}/gu, '');
  if (code === null) return bare.trim();
  return bare.replace(new RegExp(`^\\s*${code}|${code}\\s*$`, 'iu'), '').trim();
}

export const currencyEntry: AttributeEntry<string> = {
  blank: () => '',
  from: (value) => (typeof value === 'object' && value !== null && 'amount' in value ? String(value.amount) : ''),
  read(entry, field, { locale }) {
    if (entry.trim() === '') return nothing;
    const currency = field.config.currency_code;
    const reading = readDecimal(withoutCurrency(entry, currency), locale);
    if (reading.ok) return { ok: true, value: { amount: reading.decimal, currency: currency ?? '' } satisfies Money };
    if (reading.code === 'not_a_number') return { ok: false, code: 'not_an_amount' };
    return { ok: false, code: 'reads_two_ways', detail: reading.readings.join(' / ') };
  },
};

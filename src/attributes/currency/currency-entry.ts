import { type AttributeEntry, nothing } from '../attribute-entry.ts';
import { numberFormat } from '../number/number-format.ts';
import { readDecimal } from '../number/read-decimal.ts';
import type { Money } from './currency-forms.ts';

/** The ways in which the locale writes a currency: `$`, `US$`, `USD`. */
function signsOf(currency: string, locale: string): string[] {
  const written = (['symbol', 'narrowSymbol', 'code'] as const).flatMap((currencyDisplay) =>
    numberFormat(locale, { style: 'currency', currency, currencyDisplay }).formatToParts(1),
  );
  return written.flatMap(({ type, value }) => (type === 'currency' ? [value.toLowerCase()] : []));
}

/** Whether a sign or a code of three letters means money at all. */
const isCurrency = (name: string): boolean =>
  /\p{Sc}/u.test(name) || Intl.supportedValuesOf('currency').includes(name.toUpperCase());

/** The text less a currency at its start or end; null when that is another currency than the attribute's. */
function withoutCurrency(text: string, currency: string | null, locale: string): string | null {
  const [, before = '', amount = '', after = ''] =
    /^(-?\s*(?:\p{Sc}|[A-Z]{1,2}\p{Sc}|[A-Z]{3}(?![A-Z]))?)(.*?)(\p{Sc}|(?<![A-Z])[A-Z]{3})?$/su.exec(
      text.trim().toUpperCase(),
    ) ?? [];
  const sign = before.startsWith('-') ? '-' : '';
  const named = [before.replace('-', '').trim(), after].filter((name) => name !== '').map((name) => name.toLowerCase());
  if (named.length > 0 && currency !== null) {
    const own = signsOf(currency, locale);
    if (named.every((name) => own.includes(name))) return `${sign}${amount.trim()}`;
    return named.every(isCurrency) ? null : text;
  }
  return `${sign}${amount.trim()}`;
}

export const currencyEntry: AttributeEntry<string> = {
  blank: () => '',
  from: (value) => (typeof value === 'object' && value !== null && 'amount' in value ? String(value.amount) : ''),
  read(entry, field, { locale }) {
    if (entry.trim() === '') return nothing;
    const currency = field.config.currency_code;
    const amount = withoutCurrency(entry, currency, locale);
    if (amount === null) return { ok: false, code: 'wrong_currency' };
    const reading = readDecimal(amount, locale);
    if (reading.ok) return { ok: true, value: { amount: reading.decimal, currency: currency ?? '' } satisfies Money };
    if (reading.code === 'not_a_number') return { ok: false, code: 'not_an_amount' };
    return { ok: false, code: 'reads_two_ways', detail: reading.readings.join(' / ') };
  },
};

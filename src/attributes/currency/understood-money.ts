import type { Field } from '../../contract/deal-form.ts';
import { fieldErrorMessage } from '../../words/field-error-message.ts';
import { t } from '../../words/t.ts';
import type { EntryContext } from '../attribute-entry.ts';
import { isTooLarge } from './amount-limits.ts';
import { currencyEntry } from './currency-entry.ts';
import type { Money } from './currency-forms.ts';
import { formatMoney } from './format-money.ts';

/** What is asked at once, since more typing alone does not answer it. */
const asked: ReadonlySet<string> = new Set(['reads_two_ways', 'no_rate', 'wrong_currency', 'not_even']);

const wordsOf = ({ title, config }: Field, detail: string | undefined) => ({ title, currency: config.currency_code, detail });

/**
 * The amount as it was understood, or the question that it leads to, with the rate where it was converted; nothing for one that will be
 * refused, so that it does not look accepted.
 */
export function understoodMoney(entry: string, field: Field, context: EntryContext): string {
  const reading = currencyEntry.read(entry, field, context);
  if (!reading.ok) return asked.has(reading.code) ? fieldErrorMessage(reading.code, wordsOf(field, reading.detail)) : '';
  const all = [reading.value ?? []].flat() as Money[];
  if (all.some(({ amount }) => /\.\d{5}/.test(amount) || isTooLarge(amount.replace(/^(-?)0+(?=\d)/, '$1')))) return '';
  const amount = all.map((money) => formatMoney(money, context.locale)).join('; ');
  return reading.original === undefined ? amount : t('exchange.converted', { amount, original: reading.original });
}

import type { Field } from '../../contract/deal-form.ts';
import { exchangeWords } from '../../words/exchange-words.ts';
import type { EntryContext } from '../attribute-entry.ts';
import { currencyEntry } from './currency-entry.ts';
import type { Money } from './currency-forms.ts';
import { formatMoney } from './format-money.ts';

/**
 * The amount as it was understood, with the rate where it was converted; nothing for one that will be refused, so that it does not
 * look accepted.
 */
export function understoodMoney(entry: string, field: Field, context: EntryContext): string {
  const reading = currencyEntry.read(entry, field, context);
  if (!reading.ok || !reading.value) return '';
  const money = reading.value as Money;
  if (/\.\d{5}/.test(money.amount)) return '';
  const amount = formatMoney(money, context.locale);
  return reading.original === undefined ? amount : exchangeWords.converted(amount, reading.original);
}

import { readMoney } from '../../attributes/currency/read-money.ts';
import { numeral } from '../../attributes/number/numeral.ts';
import type { Field } from '../../contract/deal-form.ts';

/**
 * An amount that was typed by a locale (BCP 47), as text that means the same in every other; what cannot be read stays as it is. It
 * is the amount that was agreed: in another currency than the attribute's it is converted when it is read.
 */
export function moneyText(text: string, { config }: Field, locale: string): string {
  const reading = readMoney(text, config.currency_code, locale);
  if (!reading.ok) return text;
  return [reading.currency, numeral(reading.decimal)].filter(Boolean).join(' ');
}

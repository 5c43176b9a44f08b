import { isMoneySign, signOf } from '../../attributes/currency/currency-signs.ts';
import { foldedWords } from '../../attributes/matches-text.ts';
import type { Field } from '../../contract/deal-form.ts';

/** What columns are called that say only in which currency an amount is. */
const currencyLabels: ReadonlySet<string> = new Set(
  ['currency', 'deal currency', 'currency code', 'wahrung', 'waehrung', 'العملة'].map((label) => foldedWords(label).join(' ')),
);

/** Whether a label says that a currency stands below or beside it. */
export const isCurrencyLabel = (label: string): boolean => currencyLabels.has(foldedWords(label).join(' '));

const namesMoney = (unit: string): boolean => isMoneySign(signOf(unit));

/** An amount with the currency that stands elsewhere; as it is when it names one. */
export const withCurrency = (amount: string, currency: string): string =>
  (amount.match(/[^\p{Nd}\s.,'’]+/gu) ?? []).some(namesMoney) ? amount : `${amount} ${currency}`;

/** Thousands and millions as the heads of columns have them: `TEUR`, `k€`, `Mio. EUR`. */
const scaled = /^(t|k|tsd\.?|mio\.?|m|mn)\s?(\S+)$/i;

/**
 * A text of a column or behind a label, with the unit that stands in the brackets of that: `Amount (EUR)` over `48k` is `48k EUR`. Null
 * where the unit means something else for an amount, and nobody knows what.
 */
export function withColumnUnit({ type }: Field, label: string, text: string): string | null {
  const unit = /[([]\s*(?:in\s+)?([^()[\]]*?)\s*[)\]]$/i.exec(label.slice(0, 100))?.[1] ?? '';
  if (unit === '' || type !== 'currency') return text;
  if (namesMoney(unit)) return withCurrency(text, unit);
  const [, size = '', money = ''] = scaled.exec(unit) ?? [];
  if (namesMoney(money)) return withCurrency(`${text}${/^(t|k)/i.test(size) ? 'k' : 'm'}`, money);
  // A word about it (`net`, `netto`, `per year`) is no unit; what is written in capitals may be one.
  return /^[\p{Ll}\s.,-]+$/u.test(unit) ? text : null;
}

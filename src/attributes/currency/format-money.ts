import { numberFormat } from '../number/number-format.ts';
import type { Money } from './currency-forms.ts';

/** An amount as the locale writes it, with every decimal it has (`$48,000.00`, `1.234,5678 €`); exact, never rounded. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const decimals = amount.split('.')[1]?.length ?? 0;
  try {
    const usual = numberFormat(locale, { style: 'currency', currency }).resolvedOptions().minimumFractionDigits ?? 2;
    const format = numberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: decimals === 0 ? Math.min(usual, 2) : Math.max(usual, decimals),
      maximumFractionDigits: Math.max(usual, decimals),
    });
    return inOneDirection(format.format(amount as Intl.StringNumericLiteral));
  } catch {
    // A currency code that is not three letters: what is stored is still worth reading.
    return `${amount} ${currency}`.trim();
  }
}

/**
 * The marks by which a locale turns an amount to its own direction tear the sign of a foreign currency apart (`$US`): amounts run
 * from left to right in every language, as one piece.
 */
const inOneDirection = (text: string): string =>
  /[\u200f\u061c]/.test(text) ? `\u2066${text.replace(/[\u200e\u200f\u061c]/g, '')}\u2069` : text;

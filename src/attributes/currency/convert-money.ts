import type { Rate } from '../../contract/workspace-settings.ts';
import { numberFormat } from '../number/number-format.ts';
import { mostDecimals } from './amount-limits.ts';

/** The decimals in which amounts of a currency are written. */
function decimalsOf(currency: string): number {
  const { maximumFractionDigits = 2 } = numberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return Math.min(maximumFractionDigits, mostDecimals);
}

/**
 * The newest rate from one currency to another that holds on a day (`YYYY-MM-DD`); undefined when an admin has given none. None is
 * turned round, or put together.
 */
export const rateFor = (rates: readonly Rate[], from: string, to: string, today: string): Rate | undefined =>
  rates
    .filter((rate) => rate.from === from && rate.to === to && rate.date <= today)
    .reduce<Rate | undefined>((newest, rate) => (newest && newest.date >= rate.date ? newest : rate), undefined);

/** A decimal times a rate, exactly, and then rounded once, half away from zero, to the decimals of the other currency. */
export function convertMoney(amount: string, { rate, to }: Rate): string {
  const [one, other] = [digitsOf(amount), digitsOf(rate)];
  const decimals = decimalsOf(to);
  const product = one.digits * other.digits;
  const surplus = one.decimals + other.decimals - decimals;
  const unit = 10n ** BigInt(Math.abs(surplus));
  const half = product < 0n ? -(unit / 2n) : unit / 2n;
  const rounded = surplus > 0 ? (product + half) / unit : product * unit;
  const text = (rounded < 0n ? -rounded : rounded).toString().padStart(decimals + 1, '0');
  const cut = text.length - decimals;
  return `${rounded < 0n ? '-' : ''}${text.slice(0, cut)}${decimals > 0 ? `.${text.slice(cut)}` : ''}`;
}

function digitsOf(decimal: string): { digits: bigint; decimals: number } {
  const [whole = '', fraction = ''] = decimal.split('.');
  return { digits: BigInt(whole + fraction), decimals: fraction.length };
}

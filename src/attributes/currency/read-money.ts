import { numberFormat } from '../number/number-format.ts';
import { readDecimal } from '../number/read-decimal.ts';
import { type FormulaReading, readFormula } from '../number/read-formula.ts';
import { currencyOf, isMoneySign, plainSign, signsAnywhere, signsIn } from './currency-signs.ts';

/** An amount as typed: a decimal, in the attribute's currency or in another that the text names; or why it cannot be read. */
export type MoneyReading =
  | { ok: true; decimal: string; currency: string | null }
  | Exclude<FormulaReading, { ok: true }>
  /** A currency is named, and nobody can tell which. */
  | { ok: false; code: 'wrong_currency' };

/** Digits with all that may stand between them; what is left of them and right of them may be a currency. */
const amountIn = /[\p{Nd}](?:.*[\p{Nd}])?/su;

/**
 * Reads `48k`, `€ 1.234,50`, `(US$1,200.00)`, `1 234,50 zł`, `=1200*3`, as people of the locale write it, or as it was pasted from
 * elsewhere. The text may name the attribute's own currency in the way of any locale.
 */
export function readMoney(text: string, currency: string | null, locale: string): MoneyReading {
  if (text.trim().startsWith('=')) return readMoneyFormula(text, currency, locale);
  const bare = text.trim();
  const [digits = ''] = amountIn.exec(bare) ?? [];
  if (digits === '') return { ok: false, code: 'not_a_number' };
  const at = bare.indexOf(digits);
  const [before, after] = [bare.slice(0, at), bare.slice(at + digits.length)];
  // A suffix (`48k`), a sign (`-`), a point (`.5`, `5.`) and brackets are the number's, all else is a currency's.
  const [, lead = '', point = ''] = /^(.*?)([.,٫]?)$/su.exec(before) ?? [];
  const [, suffix = '', trail = ''] =
    /^\s*((?:k|tsd\.?|mm|mn|mio\.?|m|bn|mrd\.?|b)(?![\p{L}])|[.,](?![\p{L}]))?(.*)$/isu.exec(after) ?? [];
  const mark = (sign: string) => plainSign(sign.replace(/[-+()−–‒﹣－]/gu, ''));
  const named = [mark(lead), mark(trail)].filter((sign) => sign !== '');
  const own = named.filter((sign) => !isOwn(sign, currency, locale));
  const amount = `${signsOf(lead)}${point}${digits}${suffix}${signsOf(trail)}`;
  const reading = readDecimal(amount, locale, hasThreeDecimals(currency));
  if (own.length > 0) {
    const [other] = own;
    if (other === undefined || !own.every(isMoneySign)) return { ok: false, code: 'not_a_number' };
    const foreign = currencyOf(other);
    if (foreign === null || own.length > 1 || named.length > 1) return { ok: false, code: 'wrong_currency' };
    return reading.ok ? { ...reading, currency: foreign } : reading;
  }
  return reading.ok ? { ...reading, currency: null } : reading;
}

/** The signs of a currency in a formula stand at its numbers: all of them the attribute's own, or all of one other. */
function readMoneyFormula(text: string, currency: string | null, locale: string): MoneyReading {
  const signs = /\p{Sc}|(?<!\p{L})\p{L}{3}(?!\p{L})/gu;
  const named = [...text.matchAll(signs)].map(([sign]) => plainSign(sign));
  const foreign = new Set(named.filter((sign) => !isOwn(sign, currency, locale)));
  const [other] = foreign;
  const meant = other === undefined ? null : currencyOf(other);
  // One currency throughout, or nobody knows what to add up.
  const isMixed = foreign.size > 1 || (foreign.size === 1 && named.some((sign) => !foreign.has(sign)));
  if (isMixed || (other !== undefined && meant === null)) return { ok: false, code: 'wrong_currency' };
  const reading = readFormula(text.replace(signs, ''), locale);
  return reading.ok ? { ...reading, currency: meant } : reading;
}

/** Whether amounts of a currency are written with three decimals, so that a sign before three digits may be a decimal point. */
const hasThreeDecimals = (currency: string | null): boolean =>
  isCode(currency) && numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits === 3;

/** Whether an attribute's currency is one that can be written at all. */
const isCode = (currency: string | null): currency is string => currency !== null && /^[A-Z]{3}$/.test(currency);

/** Minus and brackets, which belong to the number wherever the currency stands. */
const signsOf = (text: string): string => text.replace(/[^-+()−–‒﹣－]/gu, '');

function isOwn(sign: string, currency: string | null, locale: string): boolean {
  if (!isCode(currency)) return false;
  return signsIn(currency, locale).includes(sign) || signsAnywhere(currency).includes(sign);
}

import { type CutAmount, cutAmount } from '../number/cut-amount.ts';
import { numberFormat } from '../number/number-format.ts';
import { readDigits } from '../number/read-decimal.ts';
import { type FormulaReading, isFormula, readFormula } from '../number/read-formula.ts';
import { currencyOf, isCurrencyCode, isMoneySign, signOf, standingOf } from './currency-signs.ts';

/** An amount as typed: a decimal, in the attribute's currency or in another that the text names; or why it cannot be read. */
export type MoneyReading =
  | { ok: true; decimal: string; currency: string | null }
  /** `wrong_currency`: one is named, and nobody can tell which. */
  | { ok: false; code: 'not_a_number' | 'not_even' | 'wrong_currency' }
  /** `currency`: in which the readings are, where it is not the attribute's. */
  | { ok: false; code: 'reads_two_ways'; readings: string[]; currency: string | null };

/** Which currency the signs of a text name: null for the attribute's own, or none; or why it cannot be told. */
type Naming = { ok: true; currency: string | null } | { ok: false; code: 'not_a_number' | 'wrong_currency' };

const own: Naming = { ok: true, currency: null };
const wrongCurrency: Naming = { ok: false, code: 'wrong_currency' };

/**
 * Reads `48k`, `€ 1.234,50`, `(US$1,200.00)`, `1 234,50 zł`, `=1200*3`, as people of the locale write it, or as it was pasted from
 * elsewhere. The text may name the attribute's own currency in the way of any locale.
 */
export function readMoney(text: string, currency: string | null, locale: string): MoneyReading {
  if (isFormula(text)) return readMoneyFormula(text, currency, locale);
  const cut = cutAmount(text, locale);
  if (cut === null) return { ok: false, code: 'not_a_number' };
  const naming = namedBy(signsOf(cut), currency, locale);
  if (!naming.ok) return naming;
  return inCurrency(readDigits(cut, locale, hasThreeDecimals(currency)), naming.currency);
}

/** The signs of a currency in a formula stand at its numbers: all of them the attribute's own, or all of one other. */
function readMoneyFormula(text: string, currency: string | null, locale: string): MoneyReading {
  const named: string[] = [];
  const reading = readFormula(text, locale, (sign) => named.push(signOf(sign)));
  const namings = named.map((sign) => namedBy([sign], currency, locale));
  const [naming = own, ...others] = namings;
  for (const one of namings) if (!one.ok) return one;
  // One currency throughout, or nobody knows what to add up.
  const isMixed = others.some((other) => JSON.stringify(other) !== JSON.stringify(naming));
  if (isMixed || !naming.ok) return { ok: false, code: 'wrong_currency' };
  return inCurrency(reading, naming.currency);
}

const inCurrency = (reading: FormulaReading, currency: string | null): MoneyReading =>
  reading.ok || reading.code === 'reads_two_ways' ? { ...reading, currency } : reading;

/** What may name a currency around a number. */
const signsOf = ({ before, after }: CutAmount): string[] => [before, after].map(signOf).filter((sign) => sign !== '');

function namedBy(signs: readonly string[], currency: string | null, locale: string): Naming {
  const standing = (sign: string) => (isCode(currency) ? standingOf(sign, currency, locale) : 'another');
  const others = signs.filter((sign) => standing(sign) === 'another');
  if (!others.every(isMoneySign)) return { ok: false, code: 'not_a_number' };
  const meant = signs.map((sign) =>
    standing(sign) === 'own' ? currency : standing(sign) === 'either' ? null : currencyOf(sign),
  );
  // `$500 USD`: a code says for certain what a sign beside it means.
  const coded = signs.find(isCurrencyCode)?.toUpperCase();
  const [one, ...more] = coded === undefined ? new Set(meant.filter((code) => code !== null)) : [coded];
  if (one === undefined) return signs.length === 0 ? own : wrongCurrency;
  const isClear =
    more.length === 0 && signs.every((sign, at) => meant[at] === one || standingOf(sign, one, locale) !== 'another');
  return isClear ? { ok: true, currency: one === currency ? null : one } : wrongCurrency;
}

/** Whether amounts of a currency are written with three decimals, so that a sign before three digits may be a decimal point. */
const hasThreeDecimals = (currency: string | null): boolean =>
  isCode(currency) && numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits === 3;

/** Whether an attribute's currency is one that can be written at all. */
const isCode = (currency: string | null): currency is string => currency !== null && /^[A-Z]{3}$/.test(currency);

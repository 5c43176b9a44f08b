import { halfWidth } from '../half-width.ts';
import { pastedLocales } from '../pasted-locales.ts';
import { remembered } from '../remembered.ts';

/** One spelling of a sign: without case, spaces, points, brackets, and marks of the writing direction. */
const plainSign = (sign: string): string =>
  halfWidth(sign)
    .replace(/[\s\p{Cf}.()]/gu, '')
    .replace(/[’ʼ´`]/gu, "'")
    .toLowerCase();

/** How people write currencies beside what Intl knows: one spelling each, see `plainSign`. */
const usualSigns: Readonly<Record<string, string>> = {
  EUR: '€ euro euros eur€ يورو',
  GBP: '£ gb£ £stg',
  USD: 'us$ $us u$s usd$ us-$',
  CAD: 'ca$ c$ can$ $ca cad$',
  AUD: 'a$ au$ aud$',
  NZD: 'nz$ nzd$',
  SGD: 's$ sg$ sgd$',
  HKD: 'hk$ hkd$',
  TWD: 'nt$ ntd',
  MXN: 'mx$ mex$',
  BRL: 'r$ reais',
  CHF: 'fr frs sfr franken francs stutz',
  TRY: '₺ tl',
  RUB: '₽ руб р',
  INR: '₹ rs ₨ rupees',
  UAH: '₴ грн',
  ILS: '₪ nis',
  KRW: '₩ 원 won',
  VND: '₫ đ vnđ đồng',
  JPY: 'jp¥ 円 yen',
  CNY: 'cn¥ rmb 元 人民币 yuan',
  PLN: 'zł zl',
  CZK: 'kč kc',
  HUF: 'ft',
  RON: 'lei leu',
  IDR: 'rp',
  MYR: 'rm',
  AED: 'dh dhs',
  SEK: 'kr',
  NOK: 'kr',
  DKK: 'kr',
  PHP: '₱',
  THB: '฿ baht',
};

/** Words for a sign that several currencies share. */
const wordsOfSigns: Readonly<Record<string, string>> = {
  dollar: '$',
  dollars: '$',
  pound: '£',
  pounds: '£',
  دولار: '$',
  دولارا: '$',
  دولارات: '$',
};

/** A sign as it is looked up: of the words that stand for one, the sign. */
export const signOf = (text: string): string => {
  const plain = plainSign(text);
  return wordsOfSigns[plain] ?? plain;
};

const written = (currency: string, locale: string, currencyDisplay: 'symbol' | 'narrowSymbol' | 'code' | 'name'): string[] =>
  // Names bend to the number that they stand behind.
  (currencyDisplay === 'name' ? [0, 1, 1.5, 2, 5, 11, 1_000_000] : [1]).flatMap((count) =>
    [0, 2].flatMap((minimumFractionDigits) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay, minimumFractionDigits })
        .formatToParts(count)
        .flatMap(({ type, value }) => (type === 'currency' ? [plainSign(value)] : [])),
    ),
  );

const allWritten = (currency: string, locale: string): string[] =>
  (['symbol', 'narrowSymbol', 'code', 'name'] as const).flatMap((display) => written(currency, locale, display));

/** The ways in which a locale writes a currency: `$`, `US$`, `USD`, `US dollars`. */
const signsIn = remembered((currency: string, locale: string): ReadonlySet<string> => new Set(allWritten(currency, locale)));

/** The ways in which any locale writes a currency. Takes a while the first time, so it is asked for what is odd only. */
const signsAnywhere = remembered(
  (currency: string): ReadonlySet<string> =>
    new Set([...(usualSigns[currency]?.split(' ') ?? []), ...pastedLocales.flatMap((locale) => [...signsIn(currency, locale)])]),
);

const symbolIn = remembered((currency: string, locale: string): string => written(currency, locale, 'symbol')[0] ?? currency);

/** Which currency a locale means by a sign of its own; `$` is Canada's in Canada only. */
const ownSigns = remembered(
  (locale: string): ReadonlyMap<string, string> =>
    new Map(Intl.supportedValuesOf('currency').map((currency) => [written(currency, locale, 'symbol')[0] ?? currency, currency])),
);

/**
 * What a sign is to an attribute's currency, for somebody of the locale: its `own`; `another`'s; or `either`, as `$` in an
 * attribute of Canadian dollars is to an American.
 */
export function standingOf(sign: string, currency: string, locale: string): 'own' | 'either' | 'another' {
  const code = currency.toLowerCase();
  if (sign === code || symbolIn(currency, locale) === sign) return 'own';
  if (!signsIn(currency, locale).has(sign) && !signsAnywhere(currency).has(sign)) return 'another';
  const meant = ownSigns(locale).get(sign);
  return meant === undefined || meant === currency ? 'own' : 'either';
}

/** Which currency a sign or code means for certain; null when it means none, or several (`$`, `kr`, `¥`). */
export function currencyOf(sign: string): string | null {
  if (isCurrencyCode(sign)) return sign.toUpperCase();
  const [one, ...others] = Object.keys(usualSigns).filter((currency) => usualSigns[currency]?.split(' ').includes(sign));
  return one !== undefined && others.length === 0 ? one : null;
}

/** Whether a sign is the code of a currency. */
export const isCurrencyCode = (sign: string): boolean =>
  /^[a-z]{3}$/.test(sign) && Intl.supportedValuesOf('currency').includes(sign.toUpperCase());

/** Whether a sign means money at all. */
export const isMoneySign = (sign: string): boolean =>
  /\p{Sc}/u.test(sign) || Object.values(usualSigns).some((signs) => signs.split(' ').includes(sign)) || currencyOf(sign) !== null;

import { numberFormat } from '../number/number-format.ts';
import { remembered } from '../remembered.ts';

/** Locales whose people write currencies in ways of their own; amounts are pasted from any of them. */
export const pastedLocales = [
  ...[
    'en-US',
    'en-GB',
    'en-IN',
    'en-CA',
    'en-AU',
    'en-ZA',
    'de-DE',
    'de-AT',
    'de-CH',
    'fr-FR',
    'fr-CA',
    'fr-CH',
    'es-ES',
    'es-MX',
  ],
  ...[
    'pt-BR',
    'pt-PT',
    'it-IT',
    'nl-NL',
    'sv-SE',
    'nb-NO',
    'da-DK',
    'fi-FI',
    'pl-PL',
    'cs-CZ',
    'hu-HU',
    'ro-RO',
    'bg-BG',
    'el-GR',
  ],
  ...[
    'ru-RU',
    'uk-UA',
    'tr-TR',
    'he-IL',
    'ar-EG',
    'ar-AE',
    'fa-IR',
    'hi-IN',
    'bn-BD',
    'mr-IN',
    'th-TH',
    'vi-VN',
    'id-ID',
    'ja-JP',
  ],
  ...['ko-KR', 'zh-CN', 'zh-TW'],
] as const;

/** One spelling of a sign: without case, spaces, and marks of the writing direction. */
export const plainSign = (sign: string): string => sign.replace(/[\s\p{Cf}]/gu, '').toLowerCase();

/** The ways in which a locale writes a currency: `$`, `US$`, `USD`. */
export const signsIn = remembered((currency: string, locale: string): string[] => {
  const written = (['symbol', 'narrowSymbol', 'code'] as const).flatMap((currencyDisplay) =>
    numberFormat(locale, { style: 'currency', currency, currencyDisplay }).formatToParts(1),
  );
  return written.flatMap(({ type, value }) => (type === 'currency' ? [plainSign(value)] : []));
});

/** The ways in which any locale writes a currency. Takes a while the first time, so it is asked for what is odd only. */
export const signsAnywhere = remembered((currency: string): string[] => [
  ...new Set(pastedLocales.flatMap((locale) => signsIn(currency, locale))),
]);

/** The currencies of which people think at a sign, and all that have a code. */
const usualSigns: readonly [string, string][] = [
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['₺', 'TRY'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['₩', 'KRW'],
  ['₫', 'VND'],
  ['zł', 'PLN'],
  ['kč', 'CZK'],
];

/** Which currency a sign or code means for certain; null when it means none, or several (`$`, `kr`, `¥`). */
export function currencyOf(sign: string): string | null {
  const plain = plainSign(sign);
  const code = plain.toUpperCase();
  if (/^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code)) return code;
  return usualSigns.find(([usual]) => usual === plain)?.[1] ?? null;
}

/** Whether a sign means money at all. */
export const isMoneySign = (sign: string): boolean => /\p{Sc}/u.test(sign) || currencyOf(sign) !== null;

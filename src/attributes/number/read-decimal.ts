import { asciiDigits } from '../ascii-digits.ts';
import { type CutAmount, cutAmount } from './cut-amount.ts';
import { numberFormat } from './number-format.ts';

/** A number as typed: an exact decimal string, or why it cannot be read. */
export type DecimalReading =
  | { ok: true; decimal: string }
  | { ok: false; code: 'not_a_number' }
  /** It reads two ways, or more; all are given, to ask the rep which. */
  | { ok: false; code: 'reads_two_ways'; readings: string[] };

const notANumber: DecimalReading = { ok: false, code: 'not_a_number' };

/** A sign that stands for nothing but a decimal point, whatever the locale. */
const sureDecimal = '٫';

/**
 * Digits of other scripts, and the signs and spaces that editors swap in, as ASCII. Marks of the writing direction, spaces,
 * apostrophes and the Arabic thousands sign only group; what accountants put in parentheses is negative.
 */
function plain(text: string): string {
  const ascii = asciiDigits(text)
    .replace(/[\s\p{Cf}'’ʼ´`_٬]/gu, '')
    .replace(/[−–‒—﹣]/gu, '-')
    // `100.–` and `5,--` are whole amounts, with a dash for the decimals.
    .replace(/([.,])-{1,2}$/, '$1');
  const signed = ascii.replace(/^\((.*)\)$/, '-$1').replace(/^([^-]*)-$/, '-$1');
  return signed.includes(sureDecimal) ? signed.replace(/[.,]/g, '').replace(sureDecimal, '.') : signed;
}

/** What only ever stands between groups of digits. */
const gaps = /[\s'’ʼ´`_٬]+/u;

/** Whether spaces and apostrophes among the digits stand where groups begin; else they are two numbers, or none. */
function haveGroupsAtGaps(text: string): boolean {
  const digits = asciiDigits(text).replace(/\p{Cf}/gu, '');
  // Line breaks and tabs part the cells of a table.
  if (/[.,]\s+\d|\d[^\d]*[\t\n\v\f\r\u2028\u2029]/.test(digits)) return false;
  return (digits.match(/\d(?:[\d\s'’ʼ´`_٬]*\d)?/gu) ?? []).every((run) => {
    const parts = run.split(gaps);
    return parts.length === 1 || areGroups(parts);
  });
}

/** Whether the parts between separators are digit groups: `1 234 567`, or, but between points, the Indian `1 23 45 678`. */
function areGroups(parts: readonly string[], separator = ''): boolean {
  const [first = '', ...rest] = parts;
  if (!/^\d{1,3}$/.test(first) || rest.length === 0 || rest.at(-1)?.length !== 3) return false;
  return (
    rest.every((part) => part.length === 3) ||
    (separator !== '.' && first.length <= 2 && rest.slice(0, -1).every((part) => part.length === 2))
  );
}

/** Moves the decimal point right: `("1.2", 6)` → `"1200000"`. */
function scaled(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = fraction.padEnd(places, '0');
  const moved = digits.slice(places);
  return `${whole}${digits.slice(0, places)}`.replace(/^0+(?=\d)/, '') + (moved ? `.${moved}` : '');
}

/** A separator of the locale's, reduced to `.` or `,`; empty where it is neither. */
export function separatorOf(locale: string, kind: 'decimal' | 'group'): '.' | ',' | '' {
  const part = numberFormat(locale, {})
    .formatToParts(1_234_567.5)
    .find(({ type }) => type === kind)?.value;
  if (part === ',' || part === '٬') return ',';
  return part === '.' || part === '٫' ? '.' : '';
}

/** A decimal with the locale's own sign before its decimals, and no groups: what a rep is asked about is to be typed like that. */
export const spelledDecimal = (decimal: string, locale: string): string =>
  decimal.replace('.', separatorOf(locale, 'decimal') || '.');

/**
 * Reads a number in the way people of the locale write it: `1,234.5`, `1.234,5`, `1 234`, `48k`, `1.2m`.
 * A lone separator before exactly three digits is a group where the locale groups with it; anywhere else it may be a decimal sign
 * or a pasted group, so it is asked about; so is a word for a power of ten that means another one elsewhere. Nothing is rounded.
 */
export function readDecimal(text: string, locale: string): DecimalReading {
  const cut = cutAmount(text, locale);
  return cut && `${cut.before}${cut.after}`.replace(/[\s\p{Cf}]/gu, '') === '' ? readDigits(cut, locale) : notANumber;
}

/**
 * Reads a number that was cut out of a text.
 * @param isThreeDecimals whether three decimals are usual, so that a lone separator before three digits may always be a decimal sign
 */
export function readDigits({ number, exponents, isTight }: CutAmount, locale: string, isThreeDecimals = false): DecimalReading {
  const [, sign = '', body = ''] = /^([+-]?)([\d.,]*[\d.,])$/.exec(plain(number)) ?? [];
  if (!/\d/.test(body) || !haveGroupsAtGaps(number)) return notANumber;
  const finish = (...decimals: string[]): DecimalReading => {
    const [reading = '', ...others] = decimals.flatMap((decimal) =>
      exponents.map((exponent) => {
        const digits = scaled(decimal.startsWith('.') ? `0${decimal}` : decimal, exponent);
        return sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits;
      }),
    );
    if (others.length === 0 || !/[1-9]/.test(reading)) return { ok: true, decimal: reading };
    return { ok: false, code: 'reads_two_ways', readings: [reading, ...others] };
  };

  const separators = body.replace(/\d/g, '');
  const last = separators.at(-1);
  if (last === undefined) return finish(body);

  const isMixed = separators.includes('.') && separators.includes(',');
  if (isMixed) {
    const cut = body.lastIndexOf(last);
    const separator = last === '.' ? ',' : '.';
    const whole = body.slice(0, cut).split(separator);
    return areGroups(whole, separator) ? finish(`${whole.join('')}.${body.slice(cut + 1)}`.replace(/\.$/, '')) : notANumber;
  }

  const parts = body.split(last);
  if (separators.length > 1) return areGroups(parts, last) ? finish(parts.join('')) : notANumber;

  const [whole = '', fraction = ''] = parts;
  const couldBeGroup = fraction.length === 3 && areGroups(parts) && whole !== '0';
  const isDecimalSign = last === separatorOf(locale, 'decimal');
  // Nobody types a thousand and a suffix with the sign of their decimals: `1.234m` is a million and a bit.
  if (number.includes(sureDecimal) || !couldBeGroup || (isDecimalSign && isTight))
    return finish(fraction === '' ? whole : `${whole}.${fraction}`);
  if (last === separatorOf(locale, 'group') && !isThreeDecimals) return finish(whole + fraction);
  return finish(whole + fraction, `${whole}.${fraction}`);
}

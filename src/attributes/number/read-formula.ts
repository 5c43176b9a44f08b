import { halfWidth } from '../half-width.ts';
import { cutAmount } from './cut-amount.ts';
import { numberFormat } from './number-format.ts';
import { type DecimalReading, readDigits } from './read-decimal.ts';

/** What a formula comes to; `not_even`: no finite decimal, or a division by zero. */
export type FormulaReading = DecimalReading | { ok: false; code: 'not_even' };

/** A number without any rounding: numerator and denominator, the latter above zero. */
type Ratio = readonly [bigint, bigint];

/** Decimals that are ever looked for in a quotient. */
const mostDecimals = 12n;

class NotEven extends Error {}

const operations: Record<string, (a: Ratio, b: Ratio) => Ratio> = {
  '+': ([a, b], [c, d]) => [a * d + c * b, b * d],
  '-': ([a, b], [c, d]) => [a * d - c * b, b * d],
  '*': ([a, b], [c, d]) => [a * c, b * d],
  '/'([a, b], [c, d]) {
    if (c === 0n) throw new NotEven();
    return c < 0n ? [-a * d, -b * c] : [a * d, b * c];
  },
};

/** Words, numbers, operators: `×`, `·`, `÷` and `:` are what people write for `*` and `/`. */
const tokens = (formula: string): string[] =>
  halfWidth(formula)
    .trim()
    .replace(/^=/, '')
    .replace(/[×·∙⋅]/g, '*')
    .replace(/[÷:]/g, '/')
    .replace(/[−–]/g, '-')
    .match(/[-+*/()]|[^-+*/()]+/g)
    ?.map((token) => token.trim())
    .filter(Boolean) ?? [];

/** Whether a text is a formula: it starts with `=`, as in a spreadsheet. */
export const isFormula = (text: string): boolean => halfWidth(text).trim().startsWith('=');

/** Whether numbers of the locale have spaces between their groups; elsewhere `=500 600` lacks an operator. */
const groupsBySpace = (locale: string): boolean =>
  numberFormat(locale, {})
    .formatToParts(1_234_567)
    .some(({ type, value }) => type === 'group' && value.trim() === '');

/**
 * Reads `=1200*3`, `= (48k + 2.5k) / 2`: the four operations and parentheses over numbers as people of the locale write them.
 * Nothing is rounded, at no step.
 * @param onSign takes what stands at the numbers and is none of theirs, a currency's sign; without it there must be nothing
 */
export function readFormula(text: string, locale: string, onSign?: (sign: string) => void): FormulaReading {
  const rest = tokens(text);
  // A number that cannot be read, or reads two ways, is what is wrong with the whole.
  let fault: DecimalReading | null = null;
  const isNext = (...wanted: string[]) => wanted.includes(rest[0] ?? '');
  const isSign = (token: string | undefined) => token !== undefined && !/[-+*/()\p{Nd}]/u.test(token);

  function take(sign: string): void {
    if (sign.trim() === '') return;
    if (onSign) onSign(sign);
    else fault ??= notANumber;
  }
  function numberOf(token: string): DecimalReading {
    const cut = /\d\s+\d/.test(token) && !groupsBySpace(locale) ? null : cutAmount(token, locale);
    if (cut === null) return notANumber;
    take(cut.before);
    take(cut.after);
    return readDigits(cut, locale);
  }
  function factor(): Ratio {
    if (isSign(rest[0]) && rest[1] === '(') take(rest.shift() ?? '');
    const token = rest.shift();
    if (token === '-') {
      const [a, b] = factor();
      return [-a, b];
    }
    if (token === '+') return factor();
    if (token === '(') {
      const inner = sum();
      if (rest.shift() !== ')') fault ??= notANumber;
      if (isSign(rest[0])) take(rest.shift() ?? '');
      return inner;
    }
    const reading = token === undefined || token in operations || token === ')' ? notANumber : numberOf(token);
    if (reading.ok) return ratioOf(reading.decimal);
    fault ??= reading;
    return [0n, 1n];
  }
  const chain = (signs: string[], next: () => Ratio): Ratio => {
    let total = next();
    while (fault === null && isNext(...signs)) {
      const operation = operations[rest.shift() ?? ''];
      if (operation) total = operation(total, next());
    }
    return total;
  };
  const product = (): Ratio => chain(['*', '/'], factor);
  const sum = (): Ratio => chain(['+', '-'], product);

  try {
    const total = sum();
    if (fault !== null) return fault;
    return rest.length === 0 ? { ok: true, decimal: decimalOf(total) } : notANumber;
  } catch (error) {
    if (error instanceof NotEven) return { ok: false, code: 'not_even' };
    throw error;
  }
}

const notANumber: DecimalReading = { ok: false, code: 'not_a_number' };

function ratioOf(decimal: string): Ratio {
  const [whole = '', fraction = ''] = decimal.split('.');
  return [BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
}

/** @throws NotEven when the ratio is no decimal of a reasonable length */
function decimalOf([numerator, denominator]: Ratio): string {
  const scaled = numerator * 10n ** mostDecimals;
  if (scaled % denominator !== 0n) throw new NotEven();
  const digits = scaled / denominator;
  const text = (digits < 0n ? -digits : digits).toString().padStart(Number(mostDecimals) + 1, '0');
  const cut = text.length - Number(mostDecimals);
  const fraction = text.slice(cut).replace(/0+$/, '');
  return `${digits < 0n ? '-' : ''}${text.slice(0, cut)}${fraction && `.${fraction}`}`;
}

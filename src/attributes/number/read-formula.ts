import { type DecimalReading, readDecimal } from './read-decimal.ts';

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
  formula
    .replace(/[×·∙⋅]/g, '*')
    .replace(/[÷:]/g, '/')
    .replace(/[−–]/g, '-')
    .match(/[-+*/()]|[^-+*/()]+/g)
    ?.map((token) => token.trim())
    .filter(Boolean) ?? [];

/**
 * Reads `=1200*3`, `= (48k + 2.5k) / 2`: the four operations and parentheses over numbers as people of the locale write them.
 * Nothing is rounded, at no step.
 */
export function readFormula(text: string, locale: string): FormulaReading {
  const rest = tokens(text.trim().replace(/^=/, ''));
  // A number that cannot be read, or reads two ways, is what is wrong with the whole.
  let fault: DecimalReading | null = null;
  const isNext = (...wanted: string[]) => wanted.includes(rest[0] ?? '');

  function factor(): Ratio {
    const token = rest.shift();
    if (token === '-') {
      const [a, b] = factor();
      return [-a, b];
    }
    if (token === '+') return factor();
    if (token === '(') {
      const inner = sum();
      if (rest.shift() !== ')') fault ??= notANumber;
      return inner;
    }
    const reading = token === undefined || token in operations || token === ')' ? notANumber : readDecimal(token, locale);
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

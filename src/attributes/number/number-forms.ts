import * as z from 'zod/mini';
import type { AttributeForms } from '../attribute-forms.ts';
import { numberFormat } from './number-format.ts';

/** Attio stores a 64-bit float and documents four decimals (docs.attio.com, attribute types: number). */
const maxDecimals = 4;

const decimalsOf = (value: number): number => {
  const [digits = '', exponent = '0'] = String(value).split('e');
  const [, fraction = ''] = digits.split('.');
  return Math.max(0, fraction.length - Number(exponent));
};

export const numberForms: AttributeForms<number> = {
  schema: () =>
    z.number({ error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') }).check(
      z.refine((value) => Math.abs(value) <= Number.MAX_SAFE_INTEGER, { error: 'too_large' }),
      z.refine((value) => decimalsOf(value) <= maxDecimals, { error: 'too_many_decimals' }),
      // JSON knows -0 and Attio does not promise to: one zero is enough.
      z.overwrite((value) => (value === 0 ? 0 : value)),
    ),
  write: (value) => value,
  read: (stored) => (typeof stored.value === 'number' ? stored.value : null),
  hasLocalWords: true,
  words: (value, _field, { locale }) => numberFormat(locale, { maximumFractionDigits: maxDecimals }).format(value),
  examples: () => [0, 17, -3, 0.5, 12.3456, 1_000_000, Number.MAX_SAFE_INTEGER],
};

import * as z from 'zod/mini';
import type { AttributeForms } from '../attribute-forms.ts';
import { isTooLarge, mostDecimals } from './amount-limits.ts';
import { formatMoney } from './format-money.ts';

/** An amount of money: a decimal string, so that no float ever touches what the rep typed. */
export interface Money {
  amount: string;
  /** ISO 4217; always the attribute's own, since Attio keeps one currency per attribute. */
  currency: string;
}

/** `"4200.50"` → `"4200.5"`, `"-0"` → `"0"`: one spelling per amount, so that amounts can be compared as text. */
function canonicalAmount(amount: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(amount) ?? [];
  const digits = `${whole || '0'}${fraction ? `.${fraction}` : ''}`;
  return digits === '0' ? '0' : sign + digits;
}

export const currencyForms: AttributeForms<Money> = {
  schema: (field) =>
    z.strictObject(
      {
        amount: z.string({ error: 'wrong_type' }).check(
          z.maxLength(64, { error: 'too_large', abort: true }),
          z.regex(/^-?\d+(\.\d+)?$/, { error: 'not_an_amount', abort: true }),
          z.regex(new RegExp(`^[^.]*(\\.\\d{1,${mostDecimals}}0*)?$`), { error: 'too_many_decimals', abort: true }),
          z.overwrite(canonicalAmount),
          z.refine((amount) => !isTooLarge(amount), { error: 'too_large' }),
        ),
        currency: z
          .string({ error: 'wrong_type' })
          .check(z.refine((code) => code === field.config.currency_code, { error: 'wrong_currency' })),
      },
      { error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') },
    ),
  // Documented beside the number, and exact whatever the JSON library: `"4.99"`. The code cannot be written.
  write: (value) => value.amount,
  read: (stored, field) => {
    const amount = stored.currency_value;
    if (typeof amount !== 'number' && typeof amount !== 'string') return null;
    if (!/^-?\d+(\.\d+)?$/.test(String(amount))) return null;
    const code = typeof stored.currency_code === 'string' ? stored.currency_code : field.config.currency_code;
    return { amount: canonicalAmount(String(amount)), currency: code ?? '' };
  },
  hasLocalWords: true,
  words: (value, _field, { locale }) => formatMoney(value, locale),
  examples: (field) =>
    ['0', '4200', '4200.5', '0.0001', '-12.5', '99999999999.9999'].map((amount) => ({
      amount,
      currency: field.config.currency_code ?? '',
    })),
};

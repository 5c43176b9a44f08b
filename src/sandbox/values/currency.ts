import { orderOperators } from './filter-field.ts';
import { settled, type ValueType } from './value-type.ts';
import { misfit, unacceptable, writtenField } from './written-form.ts';

/** A number, or a string that is one. */
function amountOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) return undefined;
  return Number(value);
}

function decimals(value: unknown): number {
  const [, fraction = ''] = (typeof value === 'string' ? value : plainDigits(Number(value))).split('.');
  return fraction.replace(/0+$/, '').length;
}

/** `1e-7` is written out, because its decimals are what is counted. */
function plainDigits(value: number): string {
  return /e-/.test(String(value)) ? value.toFixed(20) : String(value);
}

export const currency: ValueType = {
  parse(written, attribute) {
    const value = writtenField(written, 'currency_value', attribute, 'number');
    const amount = amountOf(value);
    if (amount === undefined) throw misfit(attribute, written, 'currency_value', 'number');
    // At most four decimals (docs.attio.com/docs/attribute-types/attribute-types-currency); refusing a fifth is assumed.
    if (decimals(value) > 4) throw unacceptable(attribute, 'currency_value', 'Currency values have at most 4 decimal places');
    return settled({ currency_value: amount });
  },
  key: (fields) => String(fields.currency_value),
  // The code belongs to the attribute and applies to all its values.
  read: (fields, attribute) => ({ currency_code: attribute.currencyCode, currency_value: fields.currency_value }),
  words(fields, attribute) {
    const amount = Number(fields.currency_value);
    if (!attribute.currencyCode) return { text: String(amount) };
    const digits = Number.isInteger(amount)
      ? { maximumFractionDigits: 0 }
      : { minimumFractionDigits: 2, maximumFractionDigits: 4 };
    return {
      text: new Intl.NumberFormat('en', { style: 'currency', currency: attribute.currencyCode, ...digits }).format(amount),
    };
  },
  filter: {
    fields: { currency_value: { operators: orderOperators, operand: amountOf } },
    main: 'currency_value',
    notEmpty: true,
  },
};

import { numberField } from './filter-field.ts';
import { settled, type ValueType } from './value-type.ts';
import { misfit, writtenField } from './written-form.ts';

export const number: ValueType = {
  parse(written, attribute) {
    const value = writtenField(written, 'value', attribute, 'number');
    if (typeof value !== 'number' || !Number.isFinite(value)) throw misfit(attribute, written, 'value', 'number');
    return settled({ value });
  },
  key: (fields) => String(fields.value),
  read: (fields) => ({ ...fields }),
  words: (fields) => ({ text: new Intl.NumberFormat('en', { maximumFractionDigits: 20 }).format(Number(fields.value)) }),
  filter: { fields: { value: numberField() }, main: 'value', notEmpty: true },
};

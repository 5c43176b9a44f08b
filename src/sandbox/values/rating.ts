import { numberField } from './filter-field.ts';
import { settled, type ValueType } from './value-type.ts';
import { misfit, unacceptable, writtenField } from './written-form.ts';

export const rating: ValueType = {
  parse(written, attribute) {
    const value = writtenField(written, 'value', attribute, 'number');
    if (typeof value !== 'number') throw misfit(attribute, written, 'value', 'number');
    // Nought to five stars (docs.attio.com/docs/attribute-types/attribute-types-rating); whole ones is assumed.
    if (!Number.isInteger(value) || value < 0 || value > 5) {
      throw unacceptable(attribute, 'value', 'A rating is a whole number from 0 to 5');
    }
    return settled({ value });
  },
  key: (fields) => String(fields.value),
  read: (fields) => ({ ...fields }),
  words: (fields) => ({ text: `${fields.value} of 5` }),
  filter: { fields: { value: numberField() }, main: 'value', notEmpty: true },
};

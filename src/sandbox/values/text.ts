import { keyField, textOperators } from './filter-field.ts';
import { settled, type ValueType } from './value-type.ts';
import { misfit, unacceptable, writtenField } from './written-form.ts';

// "Values are limited to 10MB" (docs.attio.com/docs/attribute-types/attribute-types-text).
const LIMIT = 10 * 1024 * 1024;

export const text: ValueType = {
  parse(written, attribute) {
    const value = writtenField(written, 'value', attribute, 'string');
    if (typeof value !== 'string') throw misfit(attribute, written, 'value', 'string');
    if (Buffer.byteLength(value) > LIMIT) throw unacceptable(attribute, 'value', 'Text is limited to 10MB');
    return settled({ value });
  },
  // The index need not hold a whole essay; equality is checked on the fields as well.
  key: (fields) => String(fields.value).slice(0, 256),
  read: (fields) => ({ ...fields }),
  words: (fields) => ({ text: String(fields.value) }),
  filter: { fields: { value: keyField(['$in', ...textOperators]) }, main: 'value', notEmpty: true },
};

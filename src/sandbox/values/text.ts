import { keyField, textOperators } from './filter-field.ts';
import { textKey } from './text-key.ts';
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
  key: (fields) => textKey(String(fields.value)),
  read: (fields) => ({ ...fields }),
  words: (fields) => ({ text: String(fields.value) }),
  filter: { fields: { value: keyField(['$in', ...textOperators]) }, main: 'value', notEmpty: true },
};

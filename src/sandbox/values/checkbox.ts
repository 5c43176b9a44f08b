import { settled, type ValueType } from './value-type.ts';
import { misfit, writtenField } from './written-form.ts';

/** The string values "true" and "false" are accepted too (docs.attio.com/docs/attribute-types/attribute-types-checkbox). */
function truth(value: unknown): boolean | undefined {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  return undefined;
}

export const checkbox: ValueType = {
  parse(written, attribute) {
    const value = truth(writtenField(written, 'value', attribute, 'boolean'));
    if (value === undefined) throw misfit(attribute, written, 'value', 'boolean');
    return settled({ value });
  },
  key: (fields) => String(fields.value),
  read: (fields) => ({ ...fields }),
  words: (fields) => ({ text: fields.value ? 'Yes' : 'No' }),
  filter: { fields: { value: { operators: ['$eq'], operand: truth } }, main: 'value', notEmpty: true },
};

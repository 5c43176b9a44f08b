import { orderOperators } from './filter-field.ts';
import { isoTime } from './iso-time.ts';
import { settled, type ValueType } from './value-type.ts';
import { misfit, unacceptable, writtenField } from './written-form.ts';

/** A filter must give date and time (docs.attio.com/rest-api/guides/filtering-and-sorting). */
function moment(written: unknown): string | undefined {
  return typeof written === 'string' && /\d[T ]\d/.test(written) ? isoTime(written) : undefined;
}

export const timestamp: ValueType = {
  parse(written, attribute) {
    const value = writtenField(written, 'value', attribute, 'string');
    if (typeof value !== 'string') throw misfit(attribute, written, 'value', 'string');
    const parsed = isoTime(value);
    if (!parsed) throw unacceptable(attribute, 'value', 'Invalid timestamp');
    return settled({ value: parsed });
  },
  key: (fields) => String(fields.value),
  read: (fields) => ({ ...fields }),
  words: (fields) => ({ text: `${String(fields.value).slice(0, 16).replace('T', ' ')} UTC` }),
  filter: { fields: { value: { operators: orderOperators, operand: moment } }, main: 'value', notEmpty: true },
};

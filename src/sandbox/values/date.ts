import { orderOperators } from './filter-field.ts';
import { isoTime } from './iso-time.ts';
import { settled, type ValueType } from './value-type.ts';
import { misfit, unacceptable, writtenField } from './written-form.ts';

/** The calendar day in UTC; a time is cut off after the zone had its say (docs.attio.com/docs/attribute-types/attribute-types-date). */
function day(written: unknown): string | undefined {
  return typeof written === 'string' ? isoTime(written)?.slice(0, 10) : undefined;
}

export const date: ValueType = {
  parse(written, attribute) {
    const value = writtenField(written, 'value', attribute, 'string');
    if (typeof value !== 'string') throw misfit(attribute, written, 'value', 'string');
    const parsed = day(value);
    if (!parsed) throw unacceptable(attribute, 'value', 'Invalid date');
    return settled({ value: parsed });
  },
  key: (fields) => String(fields.value),
  read: (fields) => ({ ...fields }),
  words: (fields) => ({
    text: new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${fields.value}T00:00:00Z`)),
  }),
  filter: { fields: { value: { operators: orderOperators, operand: day } }, main: 'value', notEmpty: true },
};

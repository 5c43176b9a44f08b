import { type AttributeEntry, nothing } from '../attribute-entry.ts';
import { readDecimal } from './read-decimal.ts';

export const numberEntry: AttributeEntry<string> = {
  blank: () => '',
  from: (value) => (typeof value === 'number' ? String(value) : ''),
  read(entry, _field, { locale }) {
    if (entry.trim() === '') return nothing;
    const reading = readDecimal(entry, locale);
    if (reading.ok) return { ok: true, value: Number(reading.decimal) };
    if (reading.code === 'not_a_number') return { ok: false, code: 'not_a_number' };
    return { ok: false, code: 'reads_two_ways', detail: reading.readings.join(' / ') };
  },
};

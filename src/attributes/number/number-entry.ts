import { type AttributeEntry, nothing } from '../attribute-entry.ts';
import { pieces, severalTyped } from '../several-typed.ts';
import { numberStart } from './number-start.ts';
import { readDecimal } from './read-decimal.ts';
import { isFormula, readFormula } from './read-formula.ts';

/** `"007.50"` → `"7.5"`: one spelling, to see whether a number holds all the digits that were typed. */
const plainDigits = (decimal: string): string =>
  decimal
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
    .replace(/^-0$/, '0');

const oneNumber: AttributeEntry<string> = {
  ...numberStart,
  read(entry, _field, { locale }) {
    if (entry.trim() === '') return nothing;
    const reading = isFormula(entry) ? readFormula(entry, locale) : readDecimal(entry, locale);
    if (reading.ok) {
      const value = Number(reading.decimal);
      // A double has 15 digits for certain; what it cannot hold is refused, not bent.
      if (String(value) !== plainDigits(reading.decimal) && !String(value).includes('e')) return { ok: false, code: 'too_large' };
      return { ok: true, value };
    }
    if (reading.code === 'reads_two_ways') return { ok: false, code: 'reads_two_ways', detail: reading.readings.join(' / ') };
    return { ok: false, code: reading.code };
  },
};

export const numberEntry = severalTyped(oneNumber, pieces);

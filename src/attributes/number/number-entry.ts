import { type AttributeEntry, nothing } from '../attribute-entry.ts';
import { pieces, severalTyped } from '../several-typed.ts';
import { numberStart } from './number-start.ts';
import { readDecimal, separatorOf, spelledDecimal } from './read-decimal.ts';
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
    if (reading.code !== 'reads_two_ways') return { ok: false, code: reading.code };
    return { ok: false, code: reading.code, detail: reading.readings.map((one) => spelledDecimal(one, locale)).join(' / ') };
  },
};

const several = severalTyped(oneNumber, pieces);

/** Two numbers with a comma between them that cannot group digits; where commas are no decimal signs, it may part them. */
const partedByComma = /^\s*(-?\d+),(\d{1,2}|\d{4,})\s*$/;

export const numberEntry: AttributeEntry<string> = {
  ...several,
  read(entry, field, context) {
    if (field.multi && separatorOf(context.locale, 'decimal') !== ',') {
      const [, one, other] = pieces(entry).flatMap((piece) => partedByComma.exec(piece) ?? []);
      if (other !== undefined) return { ok: false, code: 'reads_two_ways', detail: `${one}.${other} / ${one}; ${other}` };
    }
    return several.read(entry, field, context);
  },
};

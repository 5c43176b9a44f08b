import type { EntryStart } from '../attribute-entry.ts';
import { textOfSeveral } from '../text-of-several.ts';
import { numberFormat } from './number-format.ts';
import { numeral } from './numeral.ts';

/** A number without an exponent: `1e21` and `1e-7` are not how people write. */
const plainly = (value: number): string => numberFormat('en', { useGrouping: false, maximumFractionDigits: 20 }).format(value);

/** How a number starts: as text, which stays as typed. */
export const numberStart: EntryStart<string> = {
  blank: () => '',
  from: textOfSeveral((value) => (typeof value === 'number' ? numeral(plainly(value)) : '')),
};

import type { EntryStart } from '../attribute-entry.ts';
import { numeral } from '../number/numeral.ts';
import { textOfSeveral } from '../text-of-several.ts';

/** How money starts: as text, which stays as typed. */
export const currencyStart: EntryStart<string> = {
  blank: () => '',
  from: textOfSeveral((value) =>
    typeof value === 'object' && value !== null && 'amount' in value ? numeral(String(value.amount)) : '',
  ),
};

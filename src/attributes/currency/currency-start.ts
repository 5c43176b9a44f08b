import type { EntryStart } from '../attribute-entry.ts';

/** How money starts: as text, which stays as typed. */
export const currencyStart: EntryStart<string> = {
  blank: () => '',
  from: (value) => (typeof value === 'object' && value !== null && 'amount' in value ? String(value.amount) : ''),
};

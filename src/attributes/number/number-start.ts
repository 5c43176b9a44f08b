import type { EntryStart } from '../attribute-entry.ts';

/** How a number starts: as text, which stays as typed. */
export const numberStart: EntryStart<string> = {
  blank: () => '',
  from: (value) => (typeof value === 'number' ? String(value) : ''),
};

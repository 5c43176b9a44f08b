import type { EntryStart } from './attribute-entry.ts';

/** How a field of one or several values in one text starts. */
export const listTextStart: EntryStart<string> = {
  blank: () => '',
  from: (value) => (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string').join(', '),
};

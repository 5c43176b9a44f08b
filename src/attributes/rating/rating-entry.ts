import { type AttributeEntry, nothing } from '../attribute-entry.ts';

/** The stars chosen, as a digit; blank means no rating, which is not the same as none of five. */
export const ratingEntry: AttributeEntry<string> = {
  blank: () => '',
  from: (value) => (typeof value === 'number' ? String(value) : ''),
  read: (entry) => (entry === '' ? nothing : { ok: true, value: Number(entry) }),
};

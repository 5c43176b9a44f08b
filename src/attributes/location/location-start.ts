import type { EntryStart } from '../attribute-entry.ts';
import { type PartsEntry, partsOf } from '../parts-entry.ts';

/** The inputs of an address, in order. */
export const addressParts = ['line_1', 'line_2', 'postcode', 'locality', 'region', 'country_code'] as const;

/** What has no input, and stands only where a default gave it. */
export const unseenParts = ['line_3', 'line_4', 'latitude', 'longitude'] as const;

/** How a location starts: read by `location-entry.ts`, which comes later. */
export const locationStart: EntryStart<PartsEntry> = {
  blank: () => partsOf(null, [...addressParts, ...unseenParts]),
  from: (value) => partsOf(value, [...addressParts, ...unseenParts]),
};

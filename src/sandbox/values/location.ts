import { refusals } from '../errors/refusals.ts';
import { countryCodes } from '../workspace/country-codes.ts';
import { textField } from './filter-field.ts';
import { type Fields, settled, type ValueType } from './value-type.ts';
import { isJsonObject, refuseOtherKeys, unacceptable, wrongType } from './written-form.ts';

const LINES = ['line_1', 'line_2', 'line_3', 'line_4', 'locality', 'region', 'postcode', 'country_code'] as const;
const PARTS = [...LINES, 'latitude', 'longitude'] as const;
// The patterns of the official OpenAPI document.
const LATITUDE = /^[-+]?([1-8]?\d(\.\d+)?|90(\.0+)?)$/;
const LONGITUDE = /^[-+]?(180(\.0+)?|((1[0-7]\d)|([1-9]?\d))(\.\d+)?)$/;

// What people write for a country that has another code.
const COLLOQUIAL = new Map([['UK', 'GB']]);

/** Attio's own parser is not public; ours takes "Street, Town, Region, GB" apart from the end (assumed). */
function placeOf(written: string): Fields {
  const parts = written.split(',').map((part) => part.trim());
  const place: Record<string, string | null> = Object.fromEntries(PARTS.map((part) => [part, null]));
  const country = COLLOQUIAL.get(parts.at(-1) ?? '') ?? parts.at(-1) ?? '';
  if (countryCodes.has(country) && parts.length > 1) {
    place.country_code = country;
    parts.pop();
  }
  if (parts.length > 2) place.line_1 = parts.shift() ?? null;
  place.locality = parts[0] ?? null;
  place.region = parts.slice(1).join(', ') || null;
  return place;
}

export const location: ValueType = {
  parse(written, attribute) {
    if (typeof written === 'string') return settled(placeOf(written));
    if (!isJsonObject(written)) throw refusals.invalidBareValue(attribute);
    refuseOtherKeys(written, PARTS, attribute);
    const issues = PARTS.filter((part) => written[part] !== null && typeof written[part] !== 'string');
    if (issues.length > 0)
      throw refusals.invalidValue(attribute, ...issues.map((part) => wrongType(part, 'string', written[part])));
    const place = Object.fromEntries(PARTS.map((part) => [part, written[part] as string | null]));
    if (place.country_code && !countryCodes.has(place.country_code))
      throw unacceptable(attribute, 'country_code', 'Invalid enum value');
    if (place.latitude && !LATITUDE.test(place.latitude)) throw unacceptable(attribute, 'latitude', 'Invalid');
    if (place.longitude && !LONGITUDE.test(place.longitude)) throw unacceptable(attribute, 'longitude', 'Invalid');
    return settled(place);
  },
  key: (fields) => JSON.stringify(PARTS.map((part) => fields[part])),
  read: (fields) => ({ ...fields }),
  words: (fields) => ({ text: LINES.flatMap((line) => (fields[line] ? [String(fields[line])] : [])).join(', ') }),
  filter: { fields: Object.fromEntries(LINES.map((line) => [line, textField()])), notEmpty: true },
};

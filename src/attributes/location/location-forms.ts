import * as z from 'zod/mini';
import type { AttributeForms } from '../attribute-forms.ts';
import { isVisible, plainText } from '../text/text-forms.ts';
import { countryName, isCountryCode } from './country.ts';

/** All ten parts of a location, in Attio's order: it refuses an object that lacks one. */
export const locationParts = [
  'line_1',
  'line_2',
  'line_3',
  'line_4',
  'locality',
  'region',
  'postcode',
  'country_code',
  'latitude',
  'longitude',
] as const;

/** A place; parts that are not known are null. */
export type Location = Record<(typeof locationParts)[number], string | null>;

/** `52.5200` and `+52.52` are one latitude: one spelling for it, with the digits that were given. */
const canonicalDegrees = (text: string): string =>
  text
    .replace(/^\+/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
    .replace(/^-0$/, '0');

// The patterns of Attio's OpenAPI document.
const latitude = /^[-+]?([1-8]?\d(\.\d+)?|90(\.0+)?)$/;
const longitude = /^[-+]?(180(\.0+)?|((1[0-7]\d)|([1-9]?\d))(\.\d+)?)$/;

const orNull = <Schema extends z.ZodMiniType<string>>(schema: Schema) => z._default(z.nullable(schema), null);
const line = () => orNull(plainText());
const degrees = (pattern: RegExp) =>
  orNull(
    z
      .string({ error: 'wrong_type' })
      .check(z.maxLength(32, { error: 'wrong_type' }), z.regex(pattern, { error: 'wrong_type' }), z.overwrite(canonicalDegrees)),
  );

export const locationForms: AttributeForms<Location> = {
  schema: () =>
    z
      .strictObject(
        {
          line_1: line(),
          line_2: line(),
          line_3: line(),
          line_4: line(),
          locality: line(),
          region: line(),
          postcode: line(),
          country_code: orNull(z.string({ error: 'wrong_type' }).check(z.refine(isCountryCode, { error: 'not_a_country' }))),
          latitude: degrees(latitude),
          longitude: degrees(longitude),
        },
        { error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') },
      )
      .check(
        z.overwrite((place) => Object.fromEntries(locationParts.map((part) => [part, place[part] || null])) as Location),
        z.refine((place) => locationParts.some((part) => isVisible(place[part] ?? '')), { error: 'required' }),
        z.refine((place) => (place.latitude === null) === (place.longitude === null), { error: 'wrong_type' }),
      ),
  write: (value) => Object.fromEntries(locationParts.map((part) => [part, value[part]])),
  read(stored) {
    if (!locationParts.every((part) => part in stored)) return null;
    const place = Object.fromEntries(
      locationParts.map((part) => [part, typeof stored[part] === 'string' ? stored[part] || null : null]),
    ) as Location;
    const inDegrees = (text: string | null) => (text === null ? null : canonicalDegrees(text));
    return { ...place, latitude: inDegrees(place.latitude), longitude: inDegrees(place.longitude) };
  },
  hasLocalWords: true,
  words(value, _field, { locale }) {
    const town = [value.postcode, value.locality].filter(Boolean).join(' ');
    const country = value.country_code && countryName(value.country_code, locale);
    const written = [value.line_1, value.line_2, value.line_3, value.line_4, town, value.region, country].filter(Boolean);
    return written.length > 0 ? written.join(', ') : `${value.latitude}, ${value.longitude}`;
  },
  examples: () => {
    const nowhere = Object.fromEntries(locationParts.map((part) => [part, null])) as Location;
    return [
      { ...nowhere, locality: 'Lisbon', country_code: 'PT' },
      { ...nowhere, line_1: 'Straße des 17. Juni 135', postcode: '10623', locality: 'Berlin', country_code: 'DE' },
      {
        ...nowhere,
        line_1: '1 Infinite Loop',
        line_2: 'Suite 🎉',
        locality: 'Cupertino',
        region: 'CA',
        country_code: 'US',
        postcode: '95014',
      },
      { ...nowhere, latitude: '-33.8688', longitude: '151.2093' },
    ];
  },
};

import { type AttributeEntry, nothing } from '../attribute-entry.ts';
import { allParts, type PartsEntry } from '../parts-entry.ts';
import { severalTyped } from '../several-typed.ts';
import { countryCodeOf } from './country.ts';
import { locationParts } from './location-forms.ts';
import { locationStart } from './location-start.ts';

const oneLocation: AttributeEntry<PartsEntry> = {
  ...locationStart,
  read({ parts }, _field, { locale }) {
    const written = (part: string) => parts[part]?.trim() || null;
    const named = written('country_code');
    const country_code = named && countryCodeOf(named, locale);
    if (named !== null && country_code === null) return { ok: false, code: 'not_a_country', detail: named };
    if (locationParts.every((part) => written(part) === null)) return nothing;
    return { ok: true, value: { ...Object.fromEntries(locationParts.map((part) => [part, written(part)])), country_code } };
  },
};

/** Addresses in their parts; the country by its name or code. One that is blank is none. */
export const locationEntry = severalTyped(oneLocation, (entry) => allParts(entry).map((parts) => ({ parts })));

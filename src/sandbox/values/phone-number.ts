import { refusals } from '../errors/refusals.ts';
import { callingCode, countryOf } from './calling-codes.ts';
import { keyField, textField } from './filter-field.ts';
import { type Fields, settled, type ValueType } from './value-type.ts';
import { isJsonObject, misfit, refuseOtherKeys, unacceptable, wrongType } from './written-form.ts';

const LOOKS_LIKE_ONE = /^\+?[\d\s().\-/]+$/;

/** E.164: a number with `+` says its country itself, a local one needs it given. */
function phoneFields(original: string, country: string | null): Fields | undefined {
  if (!LOOKS_LIKE_ONE.test(original)) return undefined;
  const written = original.replace(/\D/g, '');
  const code = country === null ? undefined : callingCode(country);
  const international = original.trim().startsWith('+');
  if (!international && code === undefined) return undefined;
  const digits = international ? written : `${code}${written.replace(/^0/, '')}`;
  const itsCountry = international ? (code && digits.startsWith(code) ? country : countryOf(digits)) : country;
  if (!itsCountry || digits.length < 8 || digits.length > 15) return undefined;
  if (digits.startsWith('1') && digits.length !== 11) return undefined;
  return { original_phone_number: original, country_code: itsCountry, phone_number: `+${digits}` };
}

export const phoneNumber: ValueType = {
  parse(written, attribute) {
    if (typeof written !== 'string' && !isJsonObject(written)) throw refusals.invalidBareValue(attribute);
    const form = typeof written === 'string' ? { original_phone_number: written } : written;
    refuseOtherKeys(form, ['original_phone_number', 'country_code'], attribute);
    const { original_phone_number: original, country_code: country = null } = form as Record<string, unknown>;
    if (typeof original !== 'string') throw misfit(attribute, form, 'original_phone_number', 'string');
    if (country !== null && typeof country !== 'string') {
      throw refusals.invalidValue(attribute, wrongType('country_code', 'string', country));
    }
    const fields = phoneFields(original, country);
    if (!fields) throw unacceptable(attribute, 'original_phone_number', 'Invalid phone number');
    return settled(fields);
  },
  key: (fields) => String(fields.phone_number),
  read: (fields) => ({ ...fields }),
  words: (fields) => ({ text: String(fields.phone_number), href: `tel:${fields.phone_number}` }),
  // `original_phone_number` is refused in filters (seen on the wire); a missing `+` is tolerated.
  filter: {
    fields: {
      phone_number: {
        ...keyField(),
        operand(written, _attribute, _directory, operator) {
          if (typeof written !== 'string') return undefined;
          const isPart = operator === '$contains' || operator === '$ends_with';
          return isPart ? written : written.replace(/^(?=\d)/, '+');
        },
      },
      country_code: textField(['$eq']),
    },
    main: 'phone_number',
    notEmpty: true,
  },
};
